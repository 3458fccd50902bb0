package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final long NONE = 1;
    private static final long HOURS = 10_000_000;

    private final List<String> gaveUp = new CopyOnWriteArrayList<>();

    private final class Waiter implements Patience.Waiting {
        private final String name;
        private final AtomicBoolean over = new AtomicBoolean();

        Waiter(String name) {
            this.name = name;
        }

        @Override
        public boolean isOver() {
            return over.get();
        }

        @Override
        public void giveUp() {
            if (over.compareAndSet(false, true)) {
                gaveUp.add(name);
            }
        }
    }

    @Test
    void who_has_waited_too_long_gives_up_in_the_order_of_their_coming() {
        var patience = new Patience(NONE);
        patience.watch(new Waiter("first"));
        patience.watch(new Waiter("second"));

        await().untilAsserted(() -> assertThat(gaveUp).containsExactly("first", "second"));
        assertThat(patience.watching()).isZero();
    }

    @Test
    void who_comes_when_nobody_was_left_is_watched_too() {
        var patience = new Patience(NONE);
        patience.watch(new Waiter("first"));
        await().until(() -> gaveUp.size() == 1);
        patience.watch(new Waiter("second"));

        await().untilAsserted(() -> assertThat(gaveUp).containsExactly("first", "second"));
    }

    @Test
    void who_is_over_never_gives_up_and_is_let_go_by_those_who_come() {
        var patience = new Patience(HOURS);
        for (int i = 0; i < 1_000; i++) {
            var waiter = new Waiter("one of many");
            patience.watch(waiter);
            waiter.over.set(true);
        }

        assertThat(patience.watching()).isLessThan(3);
        assertThat(gaveUp).isEmpty();
    }

    @Test
    void who_still_waits_is_kept() {
        var patience = new Patience(HOURS);
        var waiter = new Waiter("first");
        patience.watch(waiter);
        var over = new Waiter("second");
        over.over.set(true);
        patience.watch(over);

        assertThat(patience.watching()).isEqualTo(2);
        waiter.over.set(true);
        patience.watch(new Waiter("third"));
        assertThat(patience.watching()).isEqualTo(1);
        assertThat(gaveUp).isEmpty();
    }
}
