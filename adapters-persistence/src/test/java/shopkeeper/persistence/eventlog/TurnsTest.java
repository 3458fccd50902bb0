package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Contended;

class TurnsTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        threads.close();
    }

    private Future<?> hold(Turns turns, Set<String> tags) {
        CountDownLatch holds = new CountDownLatch(1);
        Future<?> holder =
                threads.submit(() ->
                        turns.inTurn(
                                tags,
                                () -> {
                                    holds.countDown();
                                    return awaited(end);
                                }));
        awaited(holds);
        return holder;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void turns_are_taken_in_the_order_of_coming() throws Exception {
        Turns turns = new Turns(60_000);
        Future<?> holder = hold(turns, Set.of("a"));
        List<Integer> order = new ArrayList<>();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            all.add(threads.submit(() -> turns.inTurn(Set.of("a"), () -> order.add(number))));
            int queued = i + 1;
            await().until(() -> turns.waitingFor(Set.of("a")) == queued);
        }
        end.countDown();
        holder.get();
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void one_who_needs_several_waits_for_each_and_nobody_waits_in_a_circle() throws Exception {
        Turns turns = new Turns(60_000);
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            Set<String> tags = number % 2 == 0 ? Set.of("a", "b") : Set.of("b", "c", "a");
            all.add(threads.submit(() -> turns.inTurn(tags, () -> number)));
        }
        int sum = 0;
        for (Future<Integer> one : all) {
            sum += one.get();
        }
        assertThat(sum).isEqualTo(99 * 50);
        assertThat(turns.areTaken(Set.of("a", "b", "c"))).isFalse();
    }

    @Test
    void one_whose_turn_does_not_come_gives_up_and_leaves_the_line() {
        Turns turns = new Turns(1);
        assertThat(hold(turns, Set.of("b"))).isNotDone();
        assertThat(turns.areTaken(Set.of("b"))).isTrue();
        assertThat(turns.areTaken(Set.of("a"))).isFalse();
        assertThatThrownBy(() -> turns.inTurn(Set.of("a", "b"), () -> true))
                .isInstanceOf(Contended.class);
        assertThat(turns.areTaken(Set.of("a"))).isFalse();
        assertThat(turns.inTurn(Set.of("a"), () -> true)).isTrue();
    }
}
