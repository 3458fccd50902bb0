package shopkeeper.proofs.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.jspecify.annotations.Nullable;

/** A till on AMQP that waits for the outcome of each sale; it connects again after each failure. */
final class AmqpLine implements Line {
    private static final long PATIENCE_SECONDS = 10;

    private final Client client = Client.create();
    private final int port;
    private final Till till;
    private @Nullable Open open;

    private record Open(Connection connection, Receiver answers, Sender sales) {}

    AmqpLine(int port, Till till) {
        this.port = port;
        this.till = till;
    }

    @Override
    public Answer send(Write write) throws Exception {
        try {
            Open line = open();
            line.sales.send(
                    Message.create(write.body())
                            .contentType("application/cloudevents+json")
                            .durable(true)
                            .replyTo(line.answers.address())
                            .correlationId(write.key()));
            return answer(line, write.key());
        } catch (Exception e) {
            disconnect();
            throw e;
        }
    }

    private static Answer answer(Open line, String key) throws ClientException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until) {
            var delivery = line.answers.receive(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (delivery == null) {
                break;
            }
            Message<?> message = delivery.message();
            if (key.equals(String.valueOf(message.correlationId()))) {
                Object body = message.body();
                String text = body instanceof byte[] bytes ? new String(bytes, UTF_8) : body + "";
                return of(Text.field("outcome", text), text);
            }
        }
        throw new ClientException("no answer to " + key);
    }

    private static Answer of(String outcome, String text) {
        return switch (outcome) {
            case "accepted", "duplicate" -> Answer.done(Text.field("receipt", text));
            case "conflict" -> new Answer(Answer.Kind.CONFLICT, text);
            default -> new Answer(Answer.Kind.REFUSED, text);
        };
    }

    private Open open() throws Exception {
        Open now = open;
        if (now == null) {
            Connection connection =
                    client.connect(
                            "127.0.0.1",
                            port,
                            new ConnectionOptions()
                                    .user(till.user())
                                    .password(till.key())
                                    .reconnectEnabled(false));
            try {
                Receiver answers =
                        connection
                                .openDynamicReceiver()
                                .openFuture()
                                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                Sender sales =
                        connection
                                .openSender("pos.transactions")
                                .openFuture()
                                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                now = new Open(connection, answers, sales);
                open = now;
            } catch (Exception e) {
                var _ = connection.closeAsync();
                throw e;
            }
        }
        return now;
    }

    private void disconnect() {
        if (open != null) {
            var _ = open.connection.closeAsync();
            open = null;
        }
    }

    @Override
    public void close() {
        disconnect();
        var _ = client.closeAsync();
    }
}
