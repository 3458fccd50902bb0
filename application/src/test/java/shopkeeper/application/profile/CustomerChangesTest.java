package shopkeeper.application.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.card;
import static shopkeeper.application.Told.device;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.domain.kernel.Position;

class CustomerChangesTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Told told = new Told();

    @Test
    void who_follows_a_customer_hears_of_every_change_once() throws InterruptedException {
        var ann = told.met(card("4001"));
        try (var following = told.shop.changes.follow(ann)) {
            assertThat(following.next(AT_ONCE)).isEmpty();
            told.met(card("4001"), device("phone"));
            told.met(card("4001"), device("tablet"));

            assertThat(following.next(AT_ONCE)).contains(told.shop.log.seen());
            assertThat(following.next(AT_ONCE)).isEmpty();
        }
    }

    @Test
    void what_happens_to_others_is_not_told() throws InterruptedException {
        var ann = told.met(card("4001"));
        try (var following = told.shop.changes.follow(ann)) {
            told.met(card("4002"));

            assertThat(following.next(AT_ONCE)).isEmpty();
        }
    }

    @Test
    void a_visitor_who_turns_out_to_be_the_customer_is_told_to_both() throws InterruptedException {
        var ann = told.met(card("4001"));
        var visitor = told.met(device("phone"));
        try (var following = told.shop.changes.follow(ann);
                var behind = told.shop.changes.follow(visitor)) {
            told.met(device("phone"), card("4001"));

            assertThat(following.next(AT_ONCE)).isPresent();
            assertThat(behind.next(AT_ONCE)).isPresent();
        }
    }

    @Test
    void who_waits_is_woken() throws Exception {
        var ann = told.met(card("4001"));
        try (var following = told.shop.changes.follow(ann)) {
            Thread.ofVirtual().start(() -> told.met(card("4001"), device("phone")));

            assertThat(following.next(Duration.ofSeconds(10))).isPresent();
        }
    }

    @Test
    void who_has_gone_is_not_kept() throws InterruptedException {
        var ann = told.met(card("4001"));
        var following = told.shop.changes.follow(ann);
        following.close();
        told.met(card("4001"), device("phone"));

        assertThat(following.next(AT_ONCE)).isEqualTo(Optional.<Position>empty());
    }
}
