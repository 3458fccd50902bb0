package shopkeeper.domain.kernel;

import java.time.Instant;

/**
 * When something happened, as the sender's clock told it, and when we heard of it.
 *
 * <p>A clock that runs ahead cannot date a fact later than we heard of it: else a grant dated next
 * year could not be withdrawn until then. {@link #effective()} is the time that rules use.
 */
public record Moment(Instant occurred, Instant received) {
    public static Moment at(Instant now) {
        return new Moment(now, now);
    }

    public Instant effective() {
        return occurred.isAfter(received) ? received : occurred;
    }
}
