package shopkeeper.messaging.broker;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.types.Binary;

/**
 * What came over MQTT, as the broker hands it to an AMQP client: the parts of a PUBLISH packet are
 * application properties.
 */
record MqttWrapping(Map<String, Object> properties) {
    private static final String QOS = MQTTUtil.MQTT_QOS_LEVEL_KEY.toString();
    private static final String CONTENT_TYPE = MQTTUtil.MQTT_CONTENT_TYPE_KEY.toString();
    private static final String RESPONSE_TOPIC = MQTTUtil.MQTT_RESPONSE_TOPIC_KEY.toString();
    private static final String CORRELATION = MQTTUtil.MQTT_CORRELATION_DATA_KEY.toString();

    MqttWrapping {
        properties = Map.copyOf(properties);
    }

    /** Empty for what did not come over MQTT. */
    static Optional<MqttWrapping> in(Map<String, Object> properties) {
        return properties.containsKey(QOS)
                ? Optional.of(new MqttWrapping(properties))
                : Optional.empty();
    }

    /** Empty where the sender named none, or speaks MQTT 3.1.1, which has none. */
    String contentType() {
        return text(CONTENT_TYPE).orElse("");
    }

    /** The response topic as an address; a topic that stands for many, or for none, is no place. */
    Optional<String> replyTo() {
        return text(RESPONSE_TOPIC)
                .filter(topic -> topic.chars().noneMatch(one -> ".+#*\\".indexOf(one) >= 0))
                .map(topic -> topic.replace('/', '.'));
    }

    Optional<byte[]> correlation() {
        return switch (properties.get(CORRELATION)) {
            case Binary binary -> Optional.of(binary.asByteArray());
            case byte[] bytes -> Optional.of(bytes);
            case null, default -> Optional.empty();
        };
    }

    /** Over MQTT the attributes of a CloudEvent are user properties without any prefix. */
    Map<String, Object> attributes() {
        var attributes = new HashMap<String, Object>();
        properties.forEach((name, value) -> {
            if (name.startsWith(MQTTUtil.MQTT_USER_PROPERTY_KEY_PREFIX)) {
                String numbered = name.substring(MQTTUtil.MQTT_USER_PROPERTY_KEY_PREFIX.length());
                attributes.put(
                        "cloudEvents_" + numbered.substring(numbered.indexOf('.') + 1), value);
            }
        });
        return attributes;
    }

    /** So that an MQTT client finds in the answer what it expects there. */
    static void wrap(Message<byte[]> answer, String contentType, byte[] correlation)
            throws ClientException {
        name(answer, contentType);
        answer.property(CORRELATION, new Binary(correlation));
    }

    static void name(Message<byte[]> message, String contentType) throws ClientException {
        message.property(CONTENT_TYPE, contentType);
    }

    static byte[] bytes(Object correlation) {
        return switch (correlation) {
            case Binary binary -> binary.asByteArray();
            case byte[] bytes -> bytes;
            default -> correlation.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(properties.get(name)).map(Object::toString);
    }
}
