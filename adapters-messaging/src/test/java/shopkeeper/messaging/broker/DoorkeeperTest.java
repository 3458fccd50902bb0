package shopkeeper.messaging.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;
import shopkeeper.messaging.Till;

final class DoorkeeperTest {
    private final Map<String, Client> held = new ConcurrentHashMap<>();
    private final Doorkeeper doorkeeper = new Doorkeeper(new Held(held), "s3cret");

    @Test
    void whoever_lost_the_key_after_coming_in_may_do_nothing_more() {
        held.put("k", Client.named("till:0042:07"));
        var till = enter("till:0042:07", "k");
        assertThat(maySend(till)).isTrue();
        held.clear();
        assertThat(maySend(till)).isFalse();
    }

    @Test
    void a_key_that_became_that_of_another_client_is_not_good_any_more() {
        held.put("k", Client.named("till:0042:07"));
        var till = enter("till:0042:07", "k");
        held.put("k", Client.named("till:0042:08"));
        assertThat(maySend(till)).isFalse();
    }

    @Test
    void the_platform_stays_and_no_key_is_printed() {
        held.put("k3y", Client.named("till:0042:07"));
        assertThat(maySend(enter("platform", "s3cret"))).isTrue();
        assertThat(enter("till:0042:07", "k3y").toString()).doesNotContain("k3y");
    }

    @Test
    void an_open_connection_does_not_outlive_its_key(@TempDir Path data) throws Exception {
        held.put("k", Client.named("till:0042:07"));
        try (var broker = new HomeBroker(data, "127.0.0.1", 0, new Held(held), "s3cret")) {
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

    private static void send(Sender sender) throws ClientException {
        sender.send(Message.create("{}")).awaitAccepted(10, SECONDS);
    }

    private Subject enter(String name, String key) {
        return Optional.ofNullable(doorkeeper.authenticate(name, key, null, null)).orElseThrow();
    }

    private boolean maySend(Subject who) {
        return doorkeeper.authorize(who, Set.of(), CheckType.SEND, Addresses.TRANSACTIONS);
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
    }
}
