package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final int POISON = -1;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<List<Integer>> asked = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        gate.countDown();
        threads.close();
    }

    @Test
    void those_who_come_while_one_is_answered_go_together() throws Exception {
        var together = new Together<>(this::afterTheGate, 1);
        var first = ask(together, 1);
        await().until(() -> asked.size() == 1);
        var others = IntStream.range(2, 6).mapToObj(n -> ask(together, n)).toList();
        await().until(() -> together.waiting() == 4);
        gate.countDown();

        assertThat(first.get()).isEqualTo(10);
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).get()).isEqualTo((i + 2) * 10);
        }
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).containsExactlyInAnyOrder(2, 3, 4, 5);
    }

    @Test
    void a_question_that_cannot_be_answered_fails_alone() throws Exception {
        var together = new Together<>(this::afterTheGate, 1);
        var first = ask(together, 1);
        await().until(() -> asked.size() == 1);
        var poison = ask(together, POISON);
        var other = ask(together, 2);
        await().until(() -> together.waiting() == 2);
        gate.countDown();

        assertThat(first.get()).isEqualTo(10);
        assertThat(other.get()).isEqualTo(20);
        assertThatThrownBy(poison::get).hasRootCauseMessage("poison");
    }

    @Test
    void an_outage_is_one_for_all_and_is_not_tried_again_for_each() throws Exception {
        var calls = new AtomicInteger();
        var together =
                new Together<Integer, Integer>(
                        questions -> {
                            if (calls.incrementAndGet() == 1) {
                                return afterTheGate(questions);
                            }
                            throw new LogUnavailable("nobody there", null);
                        },
                        1);
        var first = ask(together, 1);
        await().until(() -> asked.size() == 1);
        var others = IntStream.range(2, 50).mapToObj(n -> ask(together, n)).toList();
        await().until(() -> together.waiting() == 48);
        gate.countDown();

        assertThat(first.get()).isEqualTo(10);
        assertThat(others)
                .allSatisfy(one ->
                        assertThatThrownBy(one::get).hasCauseInstanceOf(LogUnavailable.class));
        assertThat(calls).hasValue(2);
    }

    @Test
    void whatever_the_answering_throws_is_thrown() {
        var together =
                new Together<Integer, Integer>(
                        _ -> {
                            throw new AssertionError("broken");
                        },
                        1);

        assertThatThrownBy(() -> together.ask(1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> together.ask(2)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everybody_gets_their_own_answer_and_never_more_than_allowed_ask_at_once()
            throws Exception {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var together =
                new Together<Integer, Integer>(
                        questions -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            try {
                                return questions.stream().map(one -> one * 10).toList();
                            } finally {
                                atOnce.decrementAndGet();
                            }
                        },
                        2);
        var all =
                IntStream.range(0, 50)
                        .mapToObj(thread ->
                                threads.submit(() -> {
                                    for (int n = 0; n < 200; n++) {
                                        int question = thread * 1_000 + n;
                                        assertThat(together.ask(question)).isEqualTo(question * 10);
                                    }
                                    return true;
                                }))
                        .toList();

        for (Future<Boolean> one : all) {
            assertThat(one.get()).isTrue();
        }
        assertThat(most.get()).isBetween(1, 2);
        assertThat(together.waiting()).isZero();
    }

    @Test
    void whose_turn_does_not_come_is_told_so_and_those_after_it_are_answered() throws Exception {
        var together = new Together<>(this::afterTheGate, 1, 1);
        var first = ask(together, 1);
        await().until(() -> asked.size() == 1);
        var late = ask(together, 2);

        assertThatThrownBy(late::get)
                .hasCauseInstanceOf(LogUnavailable.class)
                .hasMessageContaining("does not answer");
        assertThat(together.waiting()).isZero();
        gate.countDown();
        assertThat(first.get()).isEqualTo(10);
        assertThat(together.ask(3)).isEqualTo(30);
        assertThat(asked).containsExactly(List.of(1), List.of(3));
    }

    private Future<Integer> ask(Together<Integer, Integer> together, int question) {
        return threads.submit(() -> together.ask(question));
    }

    private List<Integer> afterTheGate(List<Integer> questions) {
        asked.add(questions);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (questions.contains(POISON)) {
            throw new IllegalArgumentException("poison");
        }
        return questions.stream().map(one -> one * 10).toList();
    }
}
