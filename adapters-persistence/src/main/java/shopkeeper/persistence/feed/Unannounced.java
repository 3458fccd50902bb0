package shopkeeper.persistence.feed;

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

    /** The shop opens: what comes after the head is told. */
    static Unannounced until(DSLContext sql, long head) {
        sql.update(UNANNOUNCED)
                .set(UNANNOUNCED.ENDS, head)
                .where(UNANNOUNCED.ENDS.isNull())
                .execute();
        return new Unannounced(
                sql.fetch(UNANNOUNCED, UNANNOUNCED.ENDS.gt(UNANNOUNCED.BEGINS))
                        .map(row -> new Part(row.getBegins(), row.getEnds())));
    }

    /** Somebody wants to hear all of it after all. */
    static void forget(DSLContext sql) {
        sql.deleteFrom(UNANNOUNCED).execute();
    }
}
