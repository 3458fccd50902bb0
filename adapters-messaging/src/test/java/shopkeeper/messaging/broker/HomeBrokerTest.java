package shopkeeper.messaging.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.qpid.protonj2.client.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.application.access.Client;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.messaging.MessagingAdapter;
import shopkeeper.messaging.MqttTill;
import shopkeeper.messaging.Samples;
import shopkeeper.messaging.Shop;
import shopkeeper.messaging.Till;

/** A broker that stops, starts again and lives elsewhere. */
final class HomeBrokerTest {
    private static final Client TILL = Client.named("till:0042:07");
    private static final String SECRET = "s3cret";
    private final Shop shop = new Shop();

    @TempDir Path data;

    @Test
    void what_was_sent_outlives_a_restart_and_a_line_that_broke_is_taken_up_again()
            throws Exception {
        int port;
        try (var first = broker(0)) {
            first.start();
            port = first.port();
            send(port, Samples.sale("000001"));
        }
        assertThat(shop.log.facts(PurchaseRecorded.class)).isEmpty();

        var second = broker(port);
        second.start();
        try (var line =
                MessagingAdapter.external(
                        "amqp://platform:" + SECRET + "@127.0.0.1:" + port,
                        shop.ports(),
                        InstantSource.system())) {
            line.start();
            await().until(() -> shop.log.facts(PurchaseRecorded.class).size() == 1);
            second.close();
            await().until(() -> !line.isRunning());
            try (var third = broker(port)) {
                third.start();
                send(port, Samples.sale("000002"));
                await().until(() -> shop.log.facts(PurchaseRecorded.class).size() == 2);
                await().until(line::isRunning);
            }
        } finally {
            second.close();
        }
    }

    @Test
    void what_was_said_over_mqtt_outlives_a_restart_and_so_does_the_tills_session()
            throws Exception {
        try (var first = broker(0)) {
            first.start();
            var till = mqttTill(first);
            till.open(false, 3_600);
            till.follow(MqttTill.AREA + "pos/outcomes");
            till.send(till.event("pos/transactions", Samples.sale("000001")));
            till.close();
        }
        assertThat(shop.log.facts(PurchaseRecorded.class)).isEmpty();

        try (var second = broker(0)) {
            second.start();
            try (var line =
                            MessagingAdapter.external(
                                    "amqp://platform:" + SECRET + "@127.0.0.1:" + second.port(),
                                    shop.ports(),
                                    InstantSource.system());
                    var till = mqttTill(second)) {
                line.start();
                await().until(() -> shop.log.facts(PurchaseRecorded.class).size() == 1);
                till.open(false, 3_600);
                assertThat(MqttTill.read(till.next()).at("/data/outcome").asString())
                        .isEqualTo("accepted");
            }
        }
    }

    private MqttTill mqttTill(HomeBroker broker) {
        return new MqttTill(broker.mqttPort(), TILL.name(), shop.keys.keyOf(TILL), TILL.name());
    }

    @Test
    void a_port_that_is_taken_is_said_so() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var broker = broker(other.getLocalPort())) {
            assertThatThrownBy(broker::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("port " + other.getLocalPort() + " is in use: ");
        }
    }

    private HomeBroker broker(int port) {
        return new HomeBroker(data.resolve("broker"), "127.0.0.1", port, 0, shop.keys, SECRET);
    }

    private void send(int port, String body) throws Exception {
        try (var till = new Till(port, TILL.name(), shop.keys.keyOf(TILL));
                var sender = till.connection.openSender("pos.transactions")) {
            sender.send(Message.create(body.getBytes(UTF_8)).durable(true).timeToLive(1))
                    .awaitAccepted(10, SECONDS);
        }
    }
}
