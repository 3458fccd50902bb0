package shopkeeper.messaging.kernel;

import java.time.Instant;
import java.time.OffsetDateTime;
import shopkeeper.domain.kernel.Moment;

/**
 * A message that could be read.
 *
 * @param received by the platform's clock
 * @param arrivedNanos when it came in, by {@link System#nanoTime()}: a budget runs from here
 */
public record Heard(CloudEvent event, Till till, Instant received, long arrivedNanos) {
    /** By the envelope; now, where it names no time. */
    public Moment moment() {
        return new Moment(event.time().map(OffsetDateTime::toInstant).orElse(received), received);
    }
}
