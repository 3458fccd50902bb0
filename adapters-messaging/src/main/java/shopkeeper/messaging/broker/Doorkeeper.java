package shopkeeper.messaging.broker;

import static shopkeeper.messaging.broker.Addresses.INBOUND;
import static shopkeeper.messaging.broker.Addresses.OUTCOMES;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * name.
 */
final class Doorkeeper implements ActiveMQSecurityManager5 {
    private final Keys keys;
    private final String secret;
    private final Map<String, String> owners = new ConcurrentHashMap<>();

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

    /** Who opened it. */
    Optional<String> owner(String address) {
        return Optional.ofNullable(owners.get(address));
    }

    /** The queue or address is gone, and its name is nobody's. */
    void forget(String address) {
        owners.remove(address);
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
            case FOLLOWER -> mayFollow(client, address) && isFollowing(check);
            case WEB, AGENT, BROWSER -> false;
        };
    }

    private static boolean isFollowing(CheckType check) {
        return switch (check) {
            case CREATE_ADDRESS,
                    CREATE_NON_DURABLE_QUEUE,
                    DELETE_NON_DURABLE_QUEUE,
                    CREATE_DURABLE_QUEUE,
                    DELETE_DURABLE_QUEUE,
                    CONSUME,
                    BROWSE ->
                    true;
            case SEND, DELETE_ADDRESS, MANAGE, VIEW, EDIT -> false;
        };
    }

    private boolean mayTill(Client client, CheckType check, String address) {
        return TillArea.ofClient(client.name())
                .filter(area -> area.holds(address))
                .map(area -> mayAtHome(area, check, address))
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
                    client.name().equals(owners.get(address));
            case CREATE_DURABLE_QUEUE, DELETE_DURABLE_QUEUE, MANAGE, VIEW, EDIT -> false;
        };
    }

    private boolean opens(Client client, String address) {
        if (Addresses.isOurs(address) && !address.startsWith(OUTCOMES + "::")) {
            return false;
        }
        return client.name().equals(owners.computeIfAbsent(address, _ -> client.name()));
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
