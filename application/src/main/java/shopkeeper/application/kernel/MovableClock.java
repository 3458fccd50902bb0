package shopkeeper.application.kernel;

import java.time.Instant;

/** A clock that stands still until somebody moves it; only platforms for specs have one. */
public interface MovableClock {
    Instant instant();

    /**
     * @return whether it moved: time never goes back
     */
    boolean moveTo(Instant later);
}
