package shopkeeper.persistence.feed;

import java.time.Instant;
import shopkeeper.domain.kernel.Position;

/**
 * A fact that one follower could not take in; the follower went on, the fact waits to be driven
 * again.
 *
 * @param name the fact's logical name
 * @param reason the kind of failure, without anything a person told the shop
 */
public record Parked(
        String follower,
        Position position,
        String name,
        String reason,
        Instant first,
        Instant last,
        int attempts) {}
