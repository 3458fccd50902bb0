package shopkeeper.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LagTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void one_is_behind_since_the_log_went_beyond_what_was_seen() {
        HeadHistory history = new HeadHistory();
        history.mark(1 * SECOND, 10);
        history.mark(2 * SECOND, 10);
        history.mark(5 * SECOND, 20);

        assertThat(history.behind(9, 7 * SECOND)).isEqualTo(Duration.ofSeconds(6));
        assertThat(history.behind(10, 7 * SECOND)).isEqualTo(Duration.ofSeconds(2));
        assertThat(history.behind(20, 7 * SECOND)).isZero();
    }

    @Test
    void of_a_log_that_is_never_quiet_no_more_than_an_hour_is_kept() {
        HeadHistory history = new HeadHistory();
        for (int second = 0; second < 5_000; second++) {
            history.mark(second * SECOND, second);
        }
        assertThat(history.behind(0, 5_000 * SECOND)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void who_is_late_lags_until_everything_is_seen() {
        LagAlarm alarm = new LagAlarm(Duration.ofSeconds(30));
        alarm.look(Map.of("slow", Duration.ofSeconds(30), "fast", Duration.ZERO));
        assertThat(alarm.lagging()).isEmpty();
        alarm.look(Map.of("slow", Duration.ofSeconds(31), "fast", Duration.ZERO));
        assertThat(alarm.lagging()).containsExactly("slow");
        alarm.look(Map.of("slow", Duration.ofSeconds(1)));
        assertThat(alarm.lagging()).containsExactly("slow");
        alarm.look(Map.of("slow", Duration.ZERO));
        assertThat(alarm.lagging()).isEmpty();

        alarm.longest(Duration.ofMillis(500));
        alarm.look(Map.of("slow", Duration.ofSeconds(1)));
        assertThat(alarm.lagging()).containsExactly("slow");
    }
}
