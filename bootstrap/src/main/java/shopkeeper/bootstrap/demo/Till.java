package shopkeeper.bootstrap.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A till as the platform's AMQP client: it sends CloudEvents and waits for the answer to each. */
final class Till implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Client client = Client.create();
    private final Connection connection;
    private final Receiver answers;
    private final String source;

    Till(String host, int port, String store, String till, String key) {
        source = "urn:store:" + store + ":till:" + till;
        try {
            var options = new ConnectionOptions().user("till:" + store + ":" + till).password(key);
            connection = client.connect(host, port, options);
            answers = connection.openDynamicReceiver().openFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            client.close();
            throw new IllegalStateException("the till cannot connect to " + host + ":" + port, e);
        }
    }

    /** Sends one message and gives the data of its answer. */
    JsonNode ask(String address, String type, String id, Map<String, ?> data) {
        var event =
                Map.of(
                        "specversion", "1.0",
                        "type", type,
                        "source", source,
                        "id", id,
                        "time", Instant.now().toString(),
                        "datacontenttype", "application/json",
                        "data", data);
        try (var sender = connection.openSender(address)) {
            var message =
                    Message.create(JSON.writeValueAsString(event))
                            .contentType("application/cloudevents+json")
                            .durable(true)
                            .replyTo(answers.address())
                            .correlationId(UUID.randomUUID().toString());
            sender.send(message).awaitSettlement(10, TimeUnit.SECONDS);
            var delivery =
                    Optional.ofNullable(answers.receive(10, TimeUnit.SECONDS))
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "no answer to " + id + " within 10 s"));
            return JSON.readTree(text(delivery.message().body())).path("data");
        } catch (ClientException e) {
            throw new IllegalStateException("the broker did not take " + id, e);
        }
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, UTF_8) : body.toString();
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }
}
