package shopkeeper.messaging.broker;

import static shopkeeper.messaging.broker.Addresses.INBOUND;
import static shopkeeper.messaging.broker.Addresses.OUTCOMES;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;

/**
 * Lets clients in by name and key, and each only to its own addresses.
 *
 * <p>A till sends to what is inbound, listens to its outcomes, and receives what it opened itself
 * or what comes to its own area: what somebody else opened is closed to it even if it learns the
 * name. So it is with followers, who share the addresses where things are announced.
 */
final class Doorkeeper implements ActiveMQSecurityManager5 {
    private final Keys keys;
    private final String secret;
    private final Owners owners = new Owners();

    /**
     * @param secret with which the platform itself comes in
     */
    Doorkeeper(Keys keys, String secret) {
        this.keys = keys;
        this.secret = secret;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String domain) {
        if (user == null || password == null) {
            return null;
        }
        return known(user, password).map(Visitor::asSubject).orElse(null);
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        return Visitor.in(subject)
                .map(who ->
                        who.client().map(client -> mayClient(client, check, address)).orElse(true))
                .orElse(false);
    }

    Owners owners() {
        return owners;
    }

    /** Whether a client may have its answers brought there; who is no till may name any address. */
    boolean mayBeAnswered(String client, String address) {
        return TillArea.ofClient(client)
                .map(area ->
                        area.holds(address)
                                || owners.owns(client, address)
                                || owners.owns(client, address + Owners.QUEUE + address))
                .orElse(true);
    }

    private Optional<Visitor> known(String user, String password) {
        if (user.equals(Visitor.PLATFORM)) {
            return same(password, secret) ? Optional.of(Visitor.platform()) : Optional.empty();
        }
        return keys.clientWith(password)
                .filter(client -> client.name().equals(user))
                .map(Visitor::with);
    }

    private boolean mayClient(Client client, CheckType check, String address) {
        return switch (client.role()) {
            case ADMIN -> check != CheckType.MANAGE;
            case TILL -> mayTill(client, check, address);
            case FOLLOWER -> mayFollow(client, address) && isFollowing(client, check, address);
            case WEB, AGENT, BROWSER -> false;
        };
    }

    private boolean isFollowing(Client client, CheckType check, String address) {
        return switch (check) {
            case CREATE_ADDRESS ->
                    Owners.queue(address).isEmpty()
                            || owners.opensAmongOthers(client.name(), address);
            case CREATE_NON_DURABLE_QUEUE, CREATE_DURABLE_QUEUE ->
                    owners.opensAmongOthers(client.name(), address);
            case DELETE_NON_DURABLE_QUEUE, DELETE_DURABLE_QUEUE, CONSUME, BROWSE ->
                    owners.ownsAmongOthers(client.name(), address);
            case SEND, DELETE_ADDRESS, MANAGE, VIEW, EDIT -> false;
        };
    }

    private boolean mayTill(Client client, CheckType check, String address) {
        return TillArea.ofClient(client.name())
                .filter(area -> area.holds(address))
                .map(area ->
                        mayAtHome(area, check, address)
                                && !Owners.isAnothers(client.name(), address))
                .orElseGet(() -> mayAbroad(client, check, address));
    }

    /**
     * Whether a client may follow over MQTT what is told at an address, or at a pattern of them.
     */
    static boolean mayFollow(Client client, String address) {
        return switch (client.role()) {
            case TILL ->
                    TillArea.ofClient(client.name())
                            .filter(area -> area.holds(address))
                            .isPresent();
            case ADMIN ->
                    address.startsWith(TillArea.ROOT)
                            || address.startsWith(Addresses.ANNOUNCEMENTS)
                            || address.equals(Addresses.OUTCOMES);
            case FOLLOWER -> address.startsWith(Addresses.ANNOUNCEMENTS);
            case WEB, AGENT, BROWSER -> false;
        };
    }

    private static boolean mayAtHome(TillArea area, CheckType check, String address) {
        return switch (check) {
            case SEND -> INBOUND.contains(area.word(address));
            case CREATE_ADDRESS,
                    DELETE_ADDRESS,
                    CREATE_NON_DURABLE_QUEUE,
                    DELETE_NON_DURABLE_QUEUE,
                    CREATE_DURABLE_QUEUE,
                    DELETE_DURABLE_QUEUE,
                    CONSUME,
                    BROWSE ->
                    true;
            case MANAGE, VIEW, EDIT -> false;
        };
    }

    private boolean mayAbroad(Client client, CheckType check, String address) {
        return switch (check) {
            case SEND -> INBOUND.contains(address);
            case CREATE_ADDRESS, CREATE_NON_DURABLE_QUEUE -> opens(client, address);
            case CONSUME, BROWSE, DELETE_NON_DURABLE_QUEUE, DELETE_ADDRESS ->
                    owners.owns(client.name(), address);
            case CREATE_DURABLE_QUEUE, DELETE_DURABLE_QUEUE, MANAGE, VIEW, EDIT -> false;
        };
    }

    private boolean opens(Client client, String address) {
        if (Addresses.isOurs(address) && !address.startsWith(OUTCOMES + Owners.QUEUE)) {
            return false;
        }
        return owners.opens(client.name(), address);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean validateUser(String user, String password) {
        return known(user, password).isPresent();
    }

    @Override
    public boolean validateUserAndRole(
            String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }
}
