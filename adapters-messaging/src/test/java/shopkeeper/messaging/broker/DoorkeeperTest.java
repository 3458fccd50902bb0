package shopkeeper.messaging.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;
import shopkeeper.messaging.MqttTill;
import shopkeeper.messaging.Till;

final class DoorkeeperTest {
    private final Map<String, Client> held = new ConcurrentHashMap<>();

    @Test
    void an_open_connection_does_not_outlive_its_key(@TempDir Path data) throws Exception {
        held.put("k", Client.named("till:0042:07"));
        try (var broker = new HomeBroker(data, "127.0.0.1", 0, 0, new Held(held), "s3cret")) {
            broker.start();
            try (var till = new Till(broker.port(), "till:0042:07", "k");
                    var sender = till.connection.openSender(Addresses.TRANSACTIONS)) {
                send(sender);
                held.clear();
                await().untilAsserted(() ->
                        assertThatThrownBy(() -> send(sender)).isInstanceOf(ClientException.class));
            }
        }
    }

    @Test
    void who_only_listens_does_not_outlive_the_key_either(@TempDir Path data) throws Exception {
        held.put("k", Client.named("till:0042:07"));
        try (var broker = new HomeBroker(data, "127.0.0.1", 0, 0, new Held(held), "s3cret")) {
            broker.start();
            var overMqtt = new MqttTill(broker.mqttPort(), "till:0042:07", "k").open();
            overMqtt.follow(MqttTill.AREA + "pos/outcomes");
            try (var till = new Till(broker.port(), "till:0042:07", "k");
                    var outcomes = till.connection.openReceiver(Addresses.OUTCOMES)) {
                outcomes.openFuture().get(10, SECONDS);
                held.clear();
                await().atMost(60, SECONDS).until(() -> !overMqtt.client.getState().isConnected());
                await().atMost(60, SECONDS)
                        .untilAsserted(() ->
                                assertThatThrownBy(outcomes::tryReceive)
                                        .isInstanceOf(ClientException.class));
            }
        }
    }

    private static void send(Sender sender) throws ClientException {
        sender.send(Message.create("{}")).awaitAccepted(10, SECONDS);
    }

    private record Held(Map<String, Client> held) implements Keys {
        @Override
        public Optional<Client> clientWith(String key) {
            return Optional.ofNullable(held.get(key));
        }

        @Override
        public String keyOf(Client client) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String renew(Client client) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean revoke(Client client) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> origins() {
            return Set.of();
        }
    }
}
