package shopkeeper.persistence.decision;

import org.jooq.DSLContext;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.ServedSlates;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.recommendation.RecommendationPersistence;

/** The only door to the persistence of decisions. */
public final class DecisionPersistence {
    private DecisionPersistence() {}

    public static ServedSlates servedSlates(EventLog log, DSLContext sql) {
        return new JooqServedSlates(
                sql, decisions -> RecommendationPersistence.said(log, decisions));
    }

    public static DecisionJournal journal(EventLog log, DSLContext sql) {
        return new AxonDecisionJournal(log, sql);
    }
}
