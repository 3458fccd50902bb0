package shopkeeper.web.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.application.kernel.MovableClock;
import shopkeeper.web.kernel.ProblemException;
import shopkeeper.web.operations.OperationsJson.ClockMove;

class ClockControllerTest {
    private final ClockController clock = new ClockController(new Standing());

    @Test
    void a_virtual_clock_is_moved_to_a_time_or_by_a_while() {
        assertThat(clock.move(new ClockMove("2026-11-20T10:00:00Z", null)).now())
                .isEqualTo("2026-11-20T10:00:00Z");
        assertThat(clock.move(new ClockMove(null, "PT31M")).now())
                .isEqualTo("2026-11-20T10:31:00Z");
        assertThat(clock.now().now()).isEqualTo("2026-11-20T10:31:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    2026-01-04T23:59:59Z, -
                    yesterday, -
                    -, PT-1M
                    -, soon
                    -, P9999999D
                    -, -
                    2026-11-20T10:00:00Z, PT1M
                    """)
    void it_never_goes_back_and_takes_no_nonsense(@Nullable String at, @Nullable String forward) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> clock.move(new ClockMove(at, forward)));
        assertThat(clock.now().now()).isEqualTo("2026-01-05T00:00:00Z");
    }

    /** It stands where it was put. */
    private static final class Standing implements MovableClock, InstantSource {
        private Instant now = Instant.parse("2026-01-05T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public boolean moveTo(Instant later) {
            if (later.isBefore(now)) {
                return false;
            }
            now = later;
            return true;
        }
    }
}
