package shopkeeper.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A till that speaks MQTT 5, with a socket of its own. */
public final class MqttTill implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    public static final String AREA = "stores/0042/tills/07/";

    private static final AtomicInteger SESSIONS = new AtomicInteger();

    public final Mqtt5AsyncClient client;
    private final String user;
    private final String key;

    /** What came to any subscription. */
    public final BlockingQueue<Mqtt5Publish> heard = new LinkedBlockingQueue<>();

    public MqttTill(int port, String user, String key) {
        this(port, user, key, user + "/" + SESSIONS.incrementAndGet());
    }

    public MqttTill(int port, String user, String key, String id) {
        this.user = user;
        this.key = key;
        client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .identifier(id)
                        .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, heard::add);
    }

    public MqttTill open() throws Exception {
        return open(true, 0);
    }

    public MqttTill open(boolean fresh, long sessionSeconds) throws Exception {
        var _ =
                client.connectWith()
                        .cleanStart(fresh)
                        .sessionExpiryInterval(sessionSeconds)
                        .simpleAuth()
                        .username(user)
                        .password(key.getBytes(UTF_8))
                        .applySimpleAuth()
                        .send()
                        .get(10, SECONDS);
        return this;
    }

    public Mqtt5SubAck follow(String filter) throws Exception {
        return client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .get(10, SECONDS);
    }

    /** Structured, to a topic of its own, with an answer to another one. */
    public Mqtt5Publish event(String word, String body) {
        return Mqtt5Publish.builder()
                .topic(AREA + word)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body.getBytes(UTF_8))
                .contentType("application/cloudevents+json")
                .responseTopic(AREA + "answers")
                .correlationData("c-4711".getBytes(UTF_8))
                .build();
    }

    public Mqtt5PublishResult send(Mqtt5Publish message) throws Exception {
        return client.publish(message).get(10, SECONDS);
    }

    /** Sends and waits for the answer at the response topic. */
    public JsonNode ask(Mqtt5Publish message) throws Exception {
        follow(AREA + "answers");
        assertThat(send(message).getError()).isEmpty();
        var answer = next();
        assertThat(answer.getTopic()).hasToString(AREA + "answers");
        assertThat(answer.getCorrelationData().map(data -> UTF_8.decode(data).toString()))
                .contains("c-4711");
        assertThat(answer.getContentType().map(Object::toString))
                .contains("application/cloudevents+json");
        return read(answer);
    }

    public JsonNode ask(String word, String body) throws Exception {
        return ask(event(word, body));
    }

    public Mqtt5Publish next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(20, SECONDS))
                .orElseThrow(() -> new AssertionError("nothing was heard"));
    }

    public static JsonNode read(Mqtt5Publish message) {
        var told = JSON.readTree(message.getPayloadAsBytes());
        Contract.holds(told);
        return told;
    }

    @Override
    public void close() {
        if (client.getState().isConnected()) {
            client.toBlocking().disconnect();
        }
    }
}
