package shopkeeper.persistence.feed;

import java.util.List;
import org.jooq.Table;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;

/**
 * A view in the database; its rows and its position move in one transaction, so that every fact
 * counts exactly once.
 */
public interface Projection {
    /** Short, unique and never changed: the projection's position is kept under it. */
    String name();

    /** The tables that only it writes to; a replay rebuilds them from the log. */
    default List<Table<?>> tables() {
        return List.of();
    }

    /** Other facts are not shown to it. */
    default Class<? extends Fact> follows() {
        return Fact.class;
    }

    /**
     * Writes the effect of one fact, which is the same whenever it is written and names no schema.
     * Several of them are sent together, so a statement gives no count of rows, and its failure may
     * show only with a later one.
     */
    void apply(Logged<? extends Fact> logged, ViewRows rows);
}
