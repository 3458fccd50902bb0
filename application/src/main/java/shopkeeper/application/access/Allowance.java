package shopkeeper.application.access;

import java.time.Duration;

/**
 * How much somebody may ask for.
 *
 * @param quantity in one window of time; then the next window begins
 */
public record Allowance(long quantity, Duration window) {
    public Allowance {
        if (quantity < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "an allowance is at least 1 in at least 1 second, not "
                            + quantity
                            + " in "
                            + window.toSeconds());
        }
    }

    /** A quantity a minute. */
    static Allowance aMinute(long quantity) {
        return new Allowance(quantity, Duration.ofMinutes(1));
    }
}
