package shopkeeper.persistence.feed;

import org.jooq.DSLContext;
import org.jooq.TableRecord;

/** How a projection adds a row. */
public final class ViewRows {
    private ViewRows() {}

    /**
     * Only what was set of it. A record's own {@code insert()} asks the database for an answer, so
     * that the facts of a batch would go there and back one by one.
     */
    public static void add(DSLContext tx, TableRecord<?> row) {
        tx.executeInsert(row);
    }
}
