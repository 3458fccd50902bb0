package shopkeeper.persistence.behavior;

import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import shopkeeper.application.behavior.Behaviors;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.PastPurchases;
import shopkeeper.application.behavior.PointsBooks;
import shopkeeper.application.behavior.PurchaseFacts;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.application.behavior.Sales;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.PointsEvent;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;
import shopkeeper.persistence.feed.Projection;

/** The only door to the persistence of behavior. */
public final class BehaviorPersistence {
    private BehaviorPersistence() {}

    public static Sales sales(EventLog log) {
        return new AxonSales(log);
    }

    public static Behaviors behaviors(DSLContext sql, ConsentLedgers ledgers) {
        return new JooqBehaviors(sql, ledgers);
    }

    /** Takes back what is no longer allowed. */
    public static Projection forgetting(ConsentLedgers ledgers) {
        return new BehaviorForgetting(ledgers);
    }

    public static PurchaseFacts purchaseFacts(EventLog log) {
        return customer ->
                log.read(Set.of(BehaviorEventCatalog.tag(customer)), Story.all(BehaviorEvent.class))
                        .state();
    }

    public static PastPurchases pastPurchases(EventLog log) {
        return new LogPastPurchases(log);
    }

    public static PointsBooks pointsBooks(EventLog log) {
        return (message, opened) ->
                log.decide(
                        message,
                        Set.of(),
                        new Story<>(PointsEvent.class, opened, (first, _) -> first),
                        first -> Outcome.<PointsEvent, BehaviorRefusal>accepted(first));
    }

    public static Projection receiptProjection() {
        return new ReceiptProjection();
    }

    public static Projection storeDayProjection() {
        return new StoreDayProjection();
    }

    /**
     * @param everyone the customer and every visitor that turned out to be them
     */
    public static ReceiptViews receiptViews(
            EventLog log, DSLContext sql, Function<CustomerId, Set<CustomerId>> everyone) {
        return new JooqReceiptViews(new LogPastPurchases(log), sql, everyone);
    }

    public static CountRepeats countRepeats(DSLContext sql) {
        return new JooqRepeats(sql);
    }
}
