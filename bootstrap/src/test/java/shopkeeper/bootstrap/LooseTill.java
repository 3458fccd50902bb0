package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A till of store 0042 that says whatever it is told to say, right or wrong. */
interface LooseTill extends AutoCloseable {
    JsonMapper JSON = JsonMapper.shared();
    String STRUCTURED = "application/cloudevents+json";

    /** Gives the data of the answer. */
    JsonNode says(String address, byte[] body, String contentType) throws Exception;

    @Override
    void close();

    default JsonNode says(String address, String event) throws Exception {
        return says(address, event.getBytes(UTF_8), STRUCTURED);
    }

    static LooseTill overAmqp() throws Exception {
        return new OverAmqp();
    }

    static LooseTill overMqtt() throws Exception {
        return new OverMqtt();
    }

    /**
     * @param data as JSON
     */
    static String event(String type, String data) {
        return """
        {"specversion":"1.0","type":"%s","source":"urn:store:0042:till:07","id":"%s",
         "time":"2026-11-20T11:41:38+01:00","datacontenttype":"application/json","data":%s}
        """
                .formatted(type, UUID.randomUUID(), data);
    }

    private static String key() {
        return OpenShop.platform().key("till:0042:07");
    }

    private static JsonNode data(byte[] answer) {
        return JSON.readTree(answer).path("data");
    }

    /** With AMQP 1.0. */
    final class OverAmqp implements LooseTill {
        private final Client client = Client.create();
        private final Connection connection;
        private final Receiver answers;

        private OverAmqp() throws Exception {
            connection =
                    client.connect(
                            "127.0.0.1",
                            OpenShop.platform().amqpPort(),
                            new ConnectionOptions().user("till:0042:07").password(key()));
            answers = connection.openDynamicReceiver();
            answers.openFuture().get(10, SECONDS);
        }

        @Override
        public JsonNode says(String address, byte[] body, String contentType) throws Exception {
            return says(address, Message.create(body).contentType(contentType));
        }

        JsonNode says(String address, Message<?> message) throws Exception {
            try (var sender = connection.openSender(address)) {
                message.durable(true).replyTo(answers.address()).correlationId("c-1");
                sender.send(message).awaitAccepted(10, SECONDS);
                var delivery = answers.receive(20, SECONDS);
                assertThat(delivery).as("an answer").isNotNull();
                Message<byte[]> answer = delivery.message();
                return data(answer.body());
            }
        }

        @Override
        public void close() {
            connection.close();
            client.close();
        }
    }

    /** With MQTT 5. */
    final class OverMqtt implements LooseTill {
        private static final String AREA = "stores/0042/tills/07/";

        private final BlockingQueue<Mqtt5Publish> answers = new LinkedBlockingQueue<>();
        private final Mqtt5AsyncClient client;

        private OverMqtt() throws Exception {
            client =
                    MqttClient.builder()
                            .useMqttVersion5()
                            .serverHost("127.0.0.1")
                            .serverPort(OpenShop.platform().mqttPort().orElseThrow())
                            .identifier("till:0042:07/" + UUID.randomUUID())
                            .buildAsync();
            client.publishes(MqttGlobalPublishFilter.ALL, answers::add);
            var _ =
                    client.connectWith()
                            .simpleAuth()
                            .username("till:0042:07")
                            .password(key().getBytes(UTF_8))
                            .applySimpleAuth()
                            .send()
                            .get(10, SECONDS);
            var _ =
                    client.subscribeWith()
                            .topicFilter(AREA + "answers")
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .send()
                            .get(10, SECONDS);
        }

        @Override
        public JsonNode says(String address, byte[] body, String contentType) throws Exception {
            var message =
                    Mqtt5Publish.builder()
                            .topic(AREA + address.replace('.', '/'))
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(body)
                            .contentType(contentType)
                            .responseTopic(AREA + "answers")
                            .build();
            assertThat(client.publish(message).get(10, SECONDS).getError()).isEmpty();
            return data(
                    Objects.requireNonNull(answers.poll(20, SECONDS), "no answer")
                            .getPayloadAsBytes());
        }

        @Override
        public void close() {
            client.toBlocking().disconnect();
        }
    }
}
