package shopkeeper.persistence.eventlog;

import org.jooq.DSLContext;
import shopkeeper.domain.kernel.Position;

/**
 * Rows that are written in the transaction of an append: with it or not at all.
 *
 * <p>May be asked to write again after an outage, so it writes what does not hurt twice: upserts by
 * key. It reads nothing and asks for no count of rows, since the statements of all riders of a
 * batch are sent together.
 */
@FunctionalInterface
public interface Rider {
    /**
     * @param last the position of the last fact of this append, or of the log where it has none
     */
    void write(DSLContext tx, Position last);
}
