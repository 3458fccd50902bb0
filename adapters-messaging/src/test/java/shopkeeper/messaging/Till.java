package shopkeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.ClientOptions;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A till with a socket of its own. */
public final class Till implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Client client;
    public final Connection connection;

    /** Whatever was answered last, to the letter. */
    public String lastBody = "";

    public Till(int port, String user, String key) throws ClientException {
        this(port, user, key, UUID.randomUUID().toString());
    }

    /**
     * @param container under which the broker keeps its lasting subscriptions
     */
    public Till(int port, String user, String key, String container) throws ClientException {
        client = Client.create(new ClientOptions().id(container));
        var options = new ConnectionOptions().user(user).password(key).openTimeout(10_000);
        connection = client.connect("127.0.0.1", port, options);
    }

    public void open() throws Exception {
        connection.openFuture().get(10, TimeUnit.SECONDS);
    }

    /** Sends and waits for the answer at an address of its own. */
    public JsonNode ask(String address, String body) throws Exception {
        var answer =
                ask(
                        address,
                        Message.create(body.getBytes(StandardCharsets.UTF_8))
                                .contentType("application/cloudevents+json"));
        if (!answer.at("/data/outcome").asString("").equals("quarantined")) {
            // What was understood is what the contract asks for.
            Contract.holds(JSON.readTree(body));
        }
        return answer;
    }

    public JsonNode ask(String address, Message<?> message) throws Exception {
        try (Receiver replies = connection.openDynamicReceiver();
                Sender sender = connection.openSender(address)) {
            replies.openFuture().get(10, TimeUnit.SECONDS);
            message.replyTo(replies.address()).correlationId("c-4711").durable(true);
            sender.send(message).awaitAccepted(10, TimeUnit.SECONDS);
            Delivery delivery = replies.receive(20, TimeUnit.SECONDS);
            assertThat(delivery).as("an answer").isNotNull();
            assertThat(delivery.message().correlationId()).isEqualTo("c-4711");
            return read(delivery);
        }
    }

    public JsonNode read(Delivery delivery) throws ClientException {
        Message<byte[]> message = delivery.message();
        lastBody = new String(message.body(), StandardCharsets.UTF_8);
        var told = JSON.readTree(lastBody);
        Contract.holds(told);
        return told;
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }
}
