package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;
import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR_VISITOR;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import shopkeeper.application.behavior.NoLonger;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.ViewRows;

/**
 * Takes back what a customer no longer allows, also of the visitors they were. What came after that
 * word stays: a later yes may cover it.
 */
final class BehaviorForgetting implements Projection {
    private final ConsentLedgers ledgers;

    BehaviorForgetting(ConsentLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public String name() {
        return "behavior-forgetting";
    }

    @Override
    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
        var tx = rows.sql();
        if (logged.fact() instanceof VisitorBecameKnown(var visitor, var customer, _, _, _, _)) {
            tx.insertInto(BEHAVIOR_VISITOR)
                    .set(BEHAVIOR_VISITOR.VISITOR, visitor.value())
                    .set(BEHAVIOR_VISITOR.CUSTOMER, customer.value())
                    .onConflict(BEHAVIOR_VISITOR.VISITOR)
                    .doUpdate()
                    .set(BEHAVIOR_VISITOR.CUSTOMER, customer.value())
                    .execute();
        }
        for (NoLonger gone : NoLonger.after(logged, ledgers)) {
            Stripped.of(gone.purpose(), tx, did(gone.customer(), gone.until(), tx));
        }
    }

    private static Condition did(CustomerId customer, Instant until, DSLContext tx) {
        return BEHAVIOR.CUSTOMER
                .in(everyone(customer, tx))
                .and(BEHAVIOR.RECEIVED_AT.le(until.atOffset(ZoneOffset.UTC)));
    }

    /** A visitor may have become a visitor who became known. */
    private static Select<Record1<String>> everyone(CustomerId customer, DSLContext tx) {
        var they = DSL.name("they");
        var one = DSL.field(DSL.name("they", "one"), String.class);
        var people =
                they.fields("one")
                        .as(
                                DSL.select(DSL.val(customer.value()))
                                        .unionAll(
                                                DSL.select(BEHAVIOR_VISITOR.VISITOR)
                                                        .from(BEHAVIOR_VISITOR)
                                                        .join(they)
                                                        .on(BEHAVIOR_VISITOR.CUSTOMER.eq(one))));
        return tx.withRecursive(people).select(one).from(people);
    }
}
