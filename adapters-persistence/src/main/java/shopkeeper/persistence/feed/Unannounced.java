package shopkeeper.persistence.feed;

import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;
import static shopkeeper.persistence.schema.generated.Tables.UNANNOUNCED;

import java.util.List;
import org.jooq.DSLContext;

/**
 * Parts of the log that nobody else is told of: what was imported while the shop was closed.
 *
 * @param parts each after one position, up to and with another
 */
record Unannounced(List<Part> parts) {
    Unannounced {
        parts = List.copyOf(parts);
    }

    /** A part of the log. */
    record Part(long begins, long ends) {
        boolean holds(long position) {
            return position > begins && position <= ends;
        }
    }

    boolean holds(long position) {
        return parts.stream().anyMatch(part -> part.holds(position));
    }

    /** From here on nobody is told, until the shop opens again. */
    static void begin(DSLContext sql, long head) {
        sql.transaction(transaction -> {
            var tx = transaction.dsl();
            // An import that was interrupted has begun it already.
            if (!tx.fetchExists(UNANNOUNCED, UNANNOUNCED.ENDS.isNull())) {
                tx.insertInto(UNANNOUNCED)
                        .set(UNANNOUNCED.BEGINS, head)
                        .onConflict(UNANNOUNCED.BEGINS)
                        .doUpdate()
                        .setNull(UNANNOUNCED.ENDS)
                        .execute();
            }
        });
    }

    /**
     * The shop opens: what comes after the head is told.
     *
     * @param fromTheStart whether somebody who begins to tell tells all there is
     */
    static Unannounced until(DSLContext sql, long head, String teller, boolean fromTheStart) {
        sql.transaction(transaction -> {
            var tx = transaction.dsl();
            boolean begins = 0 < begin(tx, teller, fromTheStart ? 0 : head);
            if (begins && fromTheStart) {
                tx.deleteFrom(UNANNOUNCED).execute();
            }
            tx.update(UNANNOUNCED)
                    .set(UNANNOUNCED.ENDS, head)
                    .where(UNANNOUNCED.ENDS.isNull())
                    .execute();
        });
        return new Unannounced(
                sql.fetch(UNANNOUNCED).map(row -> new Part(row.getBegins(), row.getEnds())));
    }

    private static int begin(DSLContext tx, String teller, long position) {
        return tx.insertInto(FOLLOWER_POSITION)
                .set(FOLLOWER_POSITION.FOLLOWER, teller)
                .set(FOLLOWER_POSITION.POSITION, position)
                .onConflictDoNothing()
                .execute();
    }
}
