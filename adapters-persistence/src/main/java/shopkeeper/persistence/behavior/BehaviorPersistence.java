package shopkeeper.persistence.behavior;

import java.time.InstantSource;
import org.jooq.DSLContext;
import shopkeeper.application.behavior.Sales;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.persistence.eventlog.EventLog;

/** The only door to the persistence of behavior. */
public final class BehaviorPersistence {
    private BehaviorPersistence() {}

    public static Sales sales(EventLog log) {
        return new AxonSales(log);
    }

    public static TrackBehavior trackBehavior(DSLContext sql, InstantSource time) {
        return new JooqBehaviors(sql, time);
    }
}
