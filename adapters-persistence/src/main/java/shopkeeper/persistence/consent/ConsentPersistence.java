package shopkeeper.persistence.consent;

import org.jooq.DSLContext;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Projection;

/** The only door to the persistence of consent. */
public final class ConsentPersistence {
    private ConsentPersistence() {}

    public static ConsentLedgers ledgers(EventLog log, DSLContext sql) {
        return new AxonConsentLedgers(log, sql);
    }

    public static ConsentViews views(DSLContext sql) {
        return new JooqConsentViews(sql);
    }

    public static Projection projection() {
        return new ConsentProjection();
    }
}
