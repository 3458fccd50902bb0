package shopkeeper.messaging.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.messaging.Samples;
import shopkeeper.messaging.Shop;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;

final class DeskTest {
    private final Shop shop = new Shop();

    @Test
    void a_house_in_disorder_is_not_the_fault_of_the_message() {
        var desk =
                desk(_ -> {
                    throw new IllegalStateException("the database is away");
                });
        var letter = desk.open(incoming(Samples.sale("1"), "till:0042:07"));
        assertThatThrownBy(() -> desk.take(letter)).isInstanceOf(IllegalStateException.class);
        assertThat(shop.kept()).isEmpty();
    }

    @Test
    void a_message_that_fails_again_and_again_is_kept_aside() {
        var desk = desk(_ -> Outcome.because(Kind.IGNORED, "x", "x"));
        var answer = desk.giveUp(desk.open(incoming(Samples.sale("1"), "till:0042:07")));
        assertThat(answer).isInstanceOf(Outcome.class);
        assertThat(shop.kept()).hasSize(1);
        assertThat(shop.kept().getFirst().code()).isEqualTo("failed");
        assertThat(shop.kept().getFirst().source()).isEqualTo("urn:store:0042:till:07");
        assertThat(desk.counts()).containsEntry("quarantined", 1L).containsEntry("accepted", 0L);
    }

    @Test
    void what_is_kept_can_be_stored_whatever_it_was() {
        var desk = desk(_ -> Outcome.because(Kind.IGNORED, "x", "x"));
        desk.take(desk.open(incoming("\0garbage", "till:0042:07")));
        assertThat(shop.kept().getFirst().body()).isEqualTo("\uFFFDgarbage");
        assertThat(shop.kept().getFirst().source()).isEqualTo("till:0042:07");
    }

    @Test
    void lanes_keep_the_messages_of_one_till_in_order() {
        var desk = desk(_ -> Outcome.because(Kind.IGNORED, "x", "x"));
        var one = desk.open(incoming(Samples.sale("1"), "till:0042:07"));
        var two = desk.open(incoming(Samples.sale("2"), "till:0042:07"));
        var other = desk.open(incoming(Samples.sale("2").replace("till:07", "till:08"), "admin"));
        assertThat(one.lane()).isEqualTo(two.lane()).isNotEqualTo(other.lane());
    }

    private Desk desk(Listener listener) {
        return new Desk(
                Map.of("pos.transactions", listener),
                shop.ports().quarantine(),
                InstantSource.fixed(Instant.EPOCH));
    }

    private static Incoming incoming(String body, String client) {
        return new Incoming(
                "pos.transactions", "", Map.of(), body.getBytes(UTF_8), Optional.of(client), 0);
    }
}
