package shopkeeper.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void what_a_till_sends_days_later_happened_when_it_happened() {
        var late = new Moment(MIDNIGHT.minus(Duration.ofDays(3)), MIDNIGHT);

        assertThat(late.effective()).isEqualTo("2026-11-17T00:00:00Z");
    }

    @Test
    void a_clock_that_runs_ahead_cannot_date_a_fact_later_than_we_heard_of_it() {
        var ahead = new Moment(MIDNIGHT.plus(Duration.ofMinutes(47)), MIDNIGHT);

        assertThat(ahead.effective()).isEqualTo(MIDNIGHT);
    }

    @Test
    void what_happens_here_happens_when_we_hear_of_it() {
        assertThat(Moment.at(MIDNIGHT)).isEqualTo(new Moment(MIDNIGHT, MIDNIGHT));
        assertThat(Moment.at(MIDNIGHT).effective()).isEqualTo(MIDNIGHT);
    }
}
