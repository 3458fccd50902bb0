package shopkeeper.acceptance.drivers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the shop under test. */
public interface ShopClock extends InstantSource {
    /**
     * It is that time now; a shop of our own begins anew when its clock is past it.
     *
     * @throws NotHere where the clock cannot be set
     */
    void set(Instant now);

    /** Time enough to tell what came first; a clock that runs needs no help. */
    void aMoment();

    default void moveOn(Duration time) {
        set(instant().plus(time));
    }
}
