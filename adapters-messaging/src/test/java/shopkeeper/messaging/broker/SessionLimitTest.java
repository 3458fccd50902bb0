package shopkeeper.messaging.broker;

import static io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType.SESSION_EXPIRY_INTERVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionLimitTest {
    private static final int ID = SESSION_EXPIRY_INTERVAL.value();

    /** The last one is 2^32 - 1, in MQTT: without end. */
    @ParameterizedTest
    @CsvSource({"0,0", "3600,3600", "604800,604800", "604801,604800", "-1,604800"})
    void no_session_waits_for_more_than_a_week(int asked, int given) {
        var properties = new MqttProperties();
        properties.add(new IntegerProperty(ID, asked));
        var connect =
                MqttMessageBuilders.connect()
                        .protocolVersion(MqttVersion.MQTT_5)
                        .clientId("till:0042:07")
                        .properties(properties)
                        .build();
        assertLimited(connect, properties, given);

        var atTheEnd = new MqttProperties();
        atTheEnd.add(new IntegerProperty(ID, asked));
        assertLimited(
                MqttMessageBuilders.disconnect().properties(atTheEnd).build(), atTheEnd, given);
    }

    private static void assertLimited(MqttMessage packet, MqttProperties properties, int given) {
        SessionLimit.limit(packet);
        assertThat(properties.getProperty(ID).value()).isEqualTo(given);
    }
}
