package shopkeeper.application.kernel;

import java.time.Instant;
import shopkeeper.domain.kernel.Position;

/** Where the log stands, and where it stood once. */
public interface LogPast {
    /** The last position there is. */
    Position head();

    /**
     * The last position that was recorded at that moment or before, by the clock of whoever
     * recorded it; the start where none was.
     */
    Position at(Instant moment);

    /**
     * When the fact there was recorded, by the clock of whoever recorded it; the epoch for the
     * start.
     */
    Instant recordedAt(Position position);
}
