package shopkeeper.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.junit.jupiter.api.Test;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;

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
