package shopkeeper.domain.kernel;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened, as the sender's clock told it, and when we heard of it.
 *
 * <p>A clock that runs ahead cannot date a fact later than we heard of it: else a grant dated next
 * year could not be withdrawn until then. {@link #effective()} is the time that rules use.
 */
public record Moment(Instant occurred, Instant received) {
    /** After so long a fact is late: a till was offline, or an edge kept it. */
    public static final Duration LATE_AFTER = Duration.ofHours(1);

    public static Moment at(Instant now) {
        return new Moment(now, now);
    }

    /** Whether we heard of it long after it happened, by the sender's own clock. */
    public boolean isLate() {
        return received.isAfter(occurred.plus(LATE_AFTER));
    }

    public Instant effective() {
        return occurred.isAfter(received) ? received : occurred;
    }
}
