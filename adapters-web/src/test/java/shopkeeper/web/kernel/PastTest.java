package shopkeeper.web.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import shopkeeper.application.kernel.LogPast;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.domain.kernel.Position;

/** A node whose views have come to 3 of 5. */
class PastTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void what_the_log_is_asked_waits_for_no_view_and_tells_how_far_it_saw() {
        assertThat(past(3).read("5", response))
                .isEqualTo(new Past.Then(new Position(5), NOON.plusSeconds(5)));
        assertThat(told()).isEqualTo("5");
        past(3).read("2", response);
        assertThat(told()).isEqualTo("3");
    }

    @Test
    void a_time_is_told_with_the_last_position_recorded_by_then() {
        assertThat(past(3).read("2026-03-29T12:00:04.5Z", response))
                .isEqualTo(new Past.Then(new Position(4), NOON.plusMillis(4_500)));
        assertThat(told()).isEqualTo("4");
    }

    @Test
    void what_views_are_asked_tells_how_far_they_had_come_after_waiting() {
        past(7).readSeen("5", request, response);
        assertThat(told()).isEqualTo("7");
    }

    @Test
    void views_that_do_not_come_so_far_are_not_asked() {
        assertThatThrownBy(() -> past(4).readSeen("5", request, response))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused).hasMessage("position-not-reached"));
    }

    private String told() {
        return String.valueOf(response.getHeader("Shopkeeper-Position"));
    }

    /**
     * @param afterWaiting how far the views come
     */
    private static Past past(long afterWaiting) {
        var log =
                new LogPast() {
                    @Override
                    public Position head() {
                        return new Position(5);
                    }

                    @Override
                    public Position at(Instant moment) {
                        return new Position(Duration.between(NOON, moment).toSeconds());
                    }

                    @Override
                    public Instant recordedAt(Position position) {
                        return NOON.plusSeconds(position.value());
                    }
                };
        return new Past(
                log,
                new Positions(new Views(afterWaiting)),
                InstantSource.fixed(NOON.plusSeconds(60)));
    }

    private static final class Views implements LogProgress {
        private final long afterWaiting;
        private long seen = 3;

        Views(long afterWaiting) {
            this.afterWaiting = afterWaiting;
        }

        @Override
        public Position seen() {
            return new Position(seen);
        }

        @Override
        public boolean await(Position wanted, Duration patience) {
            seen = afterWaiting;
            return seen().compareTo(wanted) >= 0;
        }
    }
}
