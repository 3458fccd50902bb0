package shopkeeper.persistence.recommendation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import shopkeeper.application.decision.Feedbacks;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;

/** The only door to the persistence of recommendation. */
public final class RecommendationPersistence {
    private RecommendationPersistence() {}

    public static Feedbacks feedbacks(EventLog log) {
        return new AxonFeedbacks(log);
    }

    /** Everything that was said of some decisions' suggestions. */
    public static List<FeedbackEvent> said(EventLog log, Set<DecisionId> decisions) {
        return decisions.isEmpty()
                ? List.of()
                : log.readAsOf(
                        decisions.stream()
                                .map(RecommendationEventCatalog::tag)
                                .collect(Collectors.toSet()),
                        Story.all(FeedbackEvent.class),
                        log.head());
    }
}
