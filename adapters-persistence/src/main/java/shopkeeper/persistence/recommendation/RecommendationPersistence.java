package shopkeeper.persistence.recommendation;

import shopkeeper.application.decision.Feedbacks;
import shopkeeper.persistence.eventlog.EventLog;

/** The only door to the persistence of recommendation. */
public final class RecommendationPersistence {
    private RecommendationPersistence() {}

    public static Feedbacks feedbacks(EventLog log) {
        return new AxonFeedbacks(log);
    }
}
