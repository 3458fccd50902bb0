package shopkeeper.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.client.exceptions.ClientIOException;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Unavailable;

final class LimitTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Test
    void whoever_is_answered_in_time_goes_on_with_the_answer() throws Exception {
        assertThat(Limit.within(LONG, () -> "sent")).isEqualTo("sent");
    }

    @Test
    void a_call_that_fails_fails_as_it_did() {
        var lost = new ClientIOException("the line is gone");
        assertThatThrownBy(() ->
                        Limit.within(
                                LONG,
                                () -> {
                                    throw lost;
                                }))
                .isSameAs(lost);
        var away = new IllegalArgumentException("no URL");
        assertThatThrownBy(() ->
                        Limit.within(
                                LONG,
                                () -> {
                                    throw away;
                                }))
                .isSameAs(away);
    }

    @Test
    void an_answer_that_never_comes_is_not_waited_for_and_nobody_is_left_behind()
            throws InterruptedException {
        assertThatThrownBy(() -> Limit.within(Duration.ofMillis(50), this::neverAnswered))
                .isInstanceOf(TimeoutException.class);
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoever_closes_the_house_need_not_wait() throws InterruptedException {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Limit.within(LONG, this::neverAnswered))
                .isInstanceOf(Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private String neverAnswered() throws ClientException {
        try {
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody counts down");
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new ClientException("interrupted", e);
        }
    }
}
