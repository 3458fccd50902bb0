package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.persistence.schema.generated.tables.records.BehaviorRecord;

/** Takes a purpose away from rows; what is kept for no other names nobody any more. */
final class Stripped {
    private Stripped() {}

    /** That a line is kept for it. */
    static TableField<BehaviorRecord, Boolean> mark(Purpose purpose) {
        return purpose == Purpose.CONTENT_PERSONALIZATION
                ? BEHAVIOR.PERSONALIZATION
                : BEHAVIOR.ANALYTICS;
    }

    static void of(Purpose purpose, DSLContext tx, Condition which) {
        var taken = mark(purpose);
        var left = taken.equals(BEHAVIOR.ANALYTICS) ? BEHAVIOR.PERSONALIZATION : BEHAVIOR.ANALYTICS;
        tx.update(BEHAVIOR)
                .set(taken, false)
                .set(BEHAVIOR.CUSTOMER, where(left, BEHAVIOR.CUSTOMER))
                .set(BEHAVIOR.OCCURRED_AT, where(left, BEHAVIOR.OCCURRED_AT))
                .set(BEHAVIOR.RECEIVED_AT, where(left, BEHAVIOR.RECEIVED_AT))
                .set(BEHAVIOR.QUERY, where(left, BEHAVIOR.QUERY))
                .set(BEHAVIOR.LIST, where(left, BEHAVIOR.LIST))
                .set(BEHAVIOR.PRODUCTS, where(left, BEHAVIOR.PRODUCTS))
                .where(taken.isTrue().and(which))
                .execute();
    }

    private static <T> Field<T> where(
            TableField<BehaviorRecord, Boolean> left, TableField<BehaviorRecord, T> value) {
        return DSL.when(left.isTrue(), value);
    }
}
