package shopkeeper.proofs.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A till on MQTT that takes the broker's word: what was acknowledged there is never sent again, and
 * must come through all the same. It rings up some fifty sales a second at most: a broker's word is
 * given faster than anybody can take a sale in, and the others' sales would wait behind its own.
 */
final class MqttLine implements Line {
    private static final long PATIENCE_SECONDS = 5;
    private static final long BETWEEN_SALES_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final int port;
    private final Till till;
    private int session;
    private @Nullable Mqtt5AsyncClient open;

    MqttLine(int port, Till till) {
        this.port = port;
        this.till = till;
    }

    @Override
    public Answer send(Write write) throws Exception {
        LockSupport.parkNanos(BETWEEN_SALES_NANOS);
        try {
            var published =
                    open().publishWith()
                            .topic(
                                    "stores/%s/tills/%s/pos/transactions"
                                            .formatted(till.store(), till.number()))
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(write.body().getBytes(UTF_8))
                            .contentType("application/cloudevents+json")
                            .send()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (published.getError().isPresent()) {
                throw new IllegalStateException("not published", published.getError().get());
            }
            return Answer.done("");
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private Mqtt5AsyncClient open() throws Exception {
        Mqtt5AsyncClient now = open;
        if (now == null) {
            session++;
            now =
                    MqttClient.builder()
                            .useMqttVersion5()
                            .serverHost("127.0.0.1")
                            .serverPort(port)
                            .identifier(till.user() + "/" + session)
                            .buildAsync();
            open = now;
            var _ =
                    now.connectWith()
                            .cleanStart(true)
                            .simpleAuth()
                            .username(till.user())
                            .password(till.key().getBytes(UTF_8))
                            .applySimpleAuth()
                            .send()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        return now;
    }

    @Override
    public void close() {
        if (open != null) {
            var _ = open.disconnect();
            open = null;
        }
    }
}
