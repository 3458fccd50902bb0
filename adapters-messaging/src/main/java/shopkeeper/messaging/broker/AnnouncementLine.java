package shopkeeper.messaging.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.Tracker;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import shopkeeper.application.kernel.Announcer;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.messaging.announcement.Announcement;
import shopkeeper.messaging.announcement.AnnouncementCatalog;

/** Gives announcements to the broker, over a line of its own that is opened when it is needed. */
public final class AnnouncementLine implements Announcer, AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    /** A line that breaks may take the client's answer along; closing the house waits for two. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private final Supplier<BrokerAccess> access;
    private Optional<Open> line = Optional.empty();

    private record Open(Client client, Connection connection, Sender sender) {}

    /**
     * @param access asked for at every new connection
     */
    public AnnouncementLine(Supplier<BrokerAccess> access) {
        this.access = access;
    }

    @Override
    public String name() {
        return "announcements";
    }

    @Override
    public synchronized void announce(List<Logged<? extends Fact>> facts) {
        try {
            var messages = messages(facts);
            if (!messages.isEmpty()) {
                var sender = open().sender();
                Limit.within(LONGEST, () -> settled(messages, sender))
                        .forEach(AnnouncementLine::demandSafe);
            }
        } catch (ClientException | TimeoutException e) {
            hangUp();
            throw new Unavailable("the broker does not take announcements now: " + e.getMessage()) {
                private static final long serialVersionUID = 1L;
            };
        } catch (Unavailable interrupted) {
            hangUp();
            throw interrupted;
        }
    }

    private static List<Message<byte[]>> messages(List<Logged<? extends Fact>> facts)
            throws ClientException {
        var messages = new ArrayList<Message<byte[]>>();
        for (var logged : facts) {
            var said = AnnouncementCatalog.of(logged.fact());
            if (said.isPresent()) {
                messages.add(message(said.get(), logged));
            }
        }
        return messages;
    }

    private static List<Tracker> settled(List<Message<byte[]>> messages, Sender sender)
            throws ClientException {
        var sent = new ArrayList<Tracker>();
        for (var message : messages) {
            sent.add(sender.send(message));
        }
        for (Tracker tracker : sent) {
            tracker.awaitSettlement(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        return sent;
    }

    /**
     * Released is what nobody has subscribed to: nobody is left waiting for it. What is turned away
     * would be so again, so that it must not hold up the others.
     */
    private static void demandSafe(Tracker tracker) {
        var state = tracker.remoteState();
        if (state == null) {
            throw new TurnedAway("not settled");
        }
        switch (state.getType()) {
            case ACCEPTED, RELEASED -> {
                // It is where it belongs.
            }
            case REJECTED, MODIFIED, TRANSACTIONAL ->
                    throw new TurnedAway(state.getType().name().toLowerCase(Locale.ROOT));
        }
    }

    private static Message<byte[]> message(Announcement said, Logged<?> logged)
            throws ClientException {
        var message =
                Message.create(said.event(logged.position()))
                        .to(Addresses.ANNOUNCEMENTS + said.capability())
                        .contentType(Announcement.CONTENT_TYPE)
                        .subject(said.type())
                        .timeToLive(Retention.ANNOUNCEMENTS.toMillis())
                        .durable(true);
        MqttWrapping.name(message, Announcement.CONTENT_TYPE);
        return message;
    }

    private Open open() throws ClientException, TimeoutException {
        if (line.isEmpty()) {
            line = Optional.of(Limit.within(LONGEST, this::connected));
        }
        return line.get();
    }

    private Open connected() throws ClientException {
        var where = access.get();
        var client = Client.create();
        try {
            var connection = client.connect(where.host(), where.port(), where.options());
            var open = new Open(client, connection, connection.openAnonymousSender());
            if (Thread.interrupted()) {
                throw new ClientException("too late: nobody waits for this line any more");
            }
            return open;
        } catch (ClientException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private void hangUp() {
        line.ifPresent(open -> {
            var _ = open.connection().closeAsync();
            var _ = open.client().closeAsync();
        });
        line = Optional.empty();
    }

    @Override
    public synchronized void close() {
        hangUp();
    }
}
