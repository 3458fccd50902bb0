package shopkeeper.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One till on AMQP with many questions under way at once. */
final class TillLine implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Client client = Client.create();
    private final Connection connection;
    private final Receiver answers;
    private final Map<String, Sender> senders = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final String store;
    private final String till;

    TillLine(int port, String store, String till, String key) {
        this.store = store;
        this.till = till;
        try {
            connection =
                    client.connect(
                            "127.0.0.1",
                            port,
                            new ConnectionOptions()
                                    .user("till:" + store + ":" + till)
                                    .password(key));
            answers = connection.openDynamicReceiver().openFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            client.close();
            throw new IllegalStateException("till %s cannot connect".formatted(till), e);
        }
        Thread.ofPlatform().daemon().name("till-" + till).start(this::listen);
    }

    String store() {
        return store;
    }

    String till() {
        return till;
    }

    /** Sends one message and gives the data of its answer. */
    JsonNode ask(String address, String type, String id, Map<String, ?> data) throws Exception {
        var event =
                Map.of(
                        "specversion",
                        "1.0",
                        "type",
                        type,
                        "source",
                        "urn:store:" + store + ":till:" + till,
                        "id",
                        id,
                        "time",
                        Instant.now().toString(),
                        "datacontenttype",
                        "application/json",
                        "data",
                        data);
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        try {
            var message =
                    Message.create(JSON.writeValueAsString(event))
                            .contentType("application/cloudevents+json")
                            .durable(true)
                            .replyTo(answers.address())
                            .correlationId(id);
            sender(address).send(message);
            return answer.get(10, TimeUnit.SECONDS);
        } finally {
            waiting.remove(id);
        }
    }

    private Sender sender(String address) {
        return senders.computeIfAbsent(
                address,
                name -> {
                    try {
                        return connection.openSender(name);
                    } catch (ClientException e) {
                        throw new IllegalStateException("cannot send to " + name, e);
                    }
                });
    }

    private void listen() {
        try {
            while (true) {
                var delivery = answers.receive();
                if (delivery == null) {
                    return;
                }
                var message = delivery.message();
                var answer = waiting.get(String.valueOf(message.correlationId()));
                if (answer != null) {
                    var body = message.body();
                    var text = body instanceof byte[] bytes ? new String(bytes, UTF_8) : body + "";
                    answer.complete(JSON.readTree(text).path("data"));
                }
            }
        } catch (ClientException e) {
            waiting.values().forEach(one -> one.completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }
}
