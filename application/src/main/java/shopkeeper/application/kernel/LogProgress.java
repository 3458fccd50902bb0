package shopkeeper.application.kernel;

import java.time.Duration;
import shopkeeper.domain.kernel.Position;

/** How far this node's memories and views have followed the log. */
public interface LogProgress {
    /** Everything up to here is visible in every memory and view of this node. */
    Position seen();

    /** Waits until {@code wanted} is visible; false when it is not within {@code patience}. */
    boolean await(Position wanted, Duration patience);
}
