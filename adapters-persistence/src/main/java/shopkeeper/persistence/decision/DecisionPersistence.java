package shopkeeper.persistence.decision;

import org.jooq.DSLContext;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.ServedSlates;
import shopkeeper.persistence.eventlog.EventLog;

/** The only door to the persistence of decisions. */
public final class DecisionPersistence {
    private DecisionPersistence() {}

    public static ServedSlates servedSlates(DSLContext sql) {
        return new JooqServedSlates(sql);
    }

    public static DecisionJournal journal(EventLog log, DSLContext sql) {
        return new AxonDecisionJournal(log, sql);
    }
}
