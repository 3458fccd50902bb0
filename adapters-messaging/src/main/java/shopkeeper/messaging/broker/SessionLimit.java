package shopkeeper.messaging.broker;

import static io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType.SESSION_EXPIRY_INTERVAL;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** No MQTT session waits for its client longer than {@link Retention#SESSION}. */
final class SessionLimit implements MQTTInterceptor {
    private static final int LONGEST = (int) Retention.SESSION.toSeconds();

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        limit(packet);
        return true;
    }

    static void limit(MqttMessage packet) {
        asked(packet).ifPresent(SessionLimit::limit);
    }

    /** When it connects, and once more when it goes. */
    private static Optional<MqttProperties> asked(MqttMessage packet) {
        if (packet instanceof MqttConnectMessage connect) {
            return Optional.of(connect.variableHeader().properties());
        }
        return packet.fixedHeader() != null
                        && packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT
                        && packet.variableHeader()
                                instanceof MqttReasonCodeAndPropertiesVariableHeader header
                ? Optional.of(header.properties())
                : Optional.empty();
    }

    private static void limit(MqttProperties properties) {
        int id = SESSION_EXPIRY_INTERVAL.value();
        if (properties.getProperty(id) instanceof IntegerProperty seconds
                && Integer.compareUnsigned(seconds.value(), LONGEST) > 0) {
            properties.add(new IntegerProperty(id, LONGEST));
        }
    }
}
