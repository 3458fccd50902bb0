package shopkeeper.domain.consent;

import java.time.Instant;
import java.util.Optional;
import shopkeeper.domain.kernel.Via;

/**
 * Where one use stands: the customer's last word on it, since when, where it was said, and who
 * heard it where it was only spoken.
 */
public record Standing(Choice choice, Instant since, Via via, Optional<WordOfMouth> evidence) {
    public Standing(Choice choice, Instant since, Via via) {
        this(choice, since, via, Optional.empty());
    }

    /** The customer's word. */
    public enum Choice {
        GRANTED,
        REFUSED,
        WITHDRAWN;

        boolean isNo() {
            return this != GRANTED;
        }
    }

    /** The later word counts; of two at the same time the stricter one. */
    Standing or(Standing other) {
        if (since.equals(other.since)) {
            return other.choice.isNo() ? other : this;
        }
        return other.since.isAfter(since) ? other : this;
    }
}
