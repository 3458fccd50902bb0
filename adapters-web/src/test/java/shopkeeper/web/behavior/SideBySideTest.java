package shopkeeper.web.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final int AT_ONCE = 16;

    /** One after the other, the first would wait for the second for ever. */
    @Test
    void each_is_begun_before_another_is_done() {
        var all = new CyclicBarrier(AT_ONCE);

        var done =
                SideBySide.each(
                        numbers(AT_ONCE),
                        number -> {
                            meet(all);
                            return number * 10;
                        });

        assertThat(done)
                .as("in the order of what was asked")
                .isEqualTo(numbers(AT_ONCE).stream().map(number -> number * 10).toList());
    }

    @Test
    void no_more_than_sixteen_are_at_work() {
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        var full = new CyclicBarrier(AT_ONCE);

        SideBySide.each(
                numbers(4 * AT_ONCE),
                number -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    meet(full);
                    atWork.decrementAndGet();
                    return number;
                });

        assertThat(most).hasValue(AT_ONCE);
    }

    @Test
    void all_are_tried_and_the_first_failure_is_told() {
        var tried = new AtomicInteger();

        assertThatThrownBy(() ->
                        SideBySide.each(
                                numbers(5),
                                number -> {
                                    tried.incrementAndGet();
                                    if (number % 2 == 1) {
                                        throw new IllegalArgumentException("number " + number);
                                    }
                                    return number;
                                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number 1");
        assertThat(tried).hasValue(5);
    }

    @Test
    void a_single_one_is_done_by_whoever_asks() {
        assertThat(SideBySide.each(List.of(1), _ -> Thread.currentThread()))
                .containsExactly(Thread.currentThread());
        assertThat(SideBySide.each(List.of(), _ -> Thread.currentThread())).isEmpty();
    }

    private static List<Integer> numbers(int many) {
        return IntStream.range(0, many).boxed().toList();
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the others did not come", e);
        }
    }
}
