package shopkeeper.persistence.feed;

import org.jooq.DSLContext;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;

/**
 * A view in the database; its rows and its position move in one transaction, so that every fact
 * counts exactly once.
 */
public interface Projection {
    /** Short, unique and never changed: the projection's position is kept under it. */
    String name();

    /** Other facts are not shown to it. */
    default Class<? extends Fact> follows() {
        return Fact.class;
    }

    /**
     * Writes the effect of one fact. Several of them are sent together, so a statement gives no
     * count of rows, and its failure may show only with a later one.
     */
    void apply(Logged<? extends Fact> logged, DSLContext tx);
}
