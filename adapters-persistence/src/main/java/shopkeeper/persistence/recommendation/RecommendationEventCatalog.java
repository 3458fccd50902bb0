package shopkeeper.persistence.recommendation;

import java.util.HashSet;
import java.util.Set;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.persistence.eventlog.EventCatalog;

/** How feedback is named and found. */
public final class RecommendationEventCatalog {
    private RecommendationEventCatalog() {}

    public static EventCatalog catalog() {
        return EventCatalog.of("recommendation")
                .fact(
                        FeedbackGiven.class,
                        "recommendation.feedback-given",
                        1,
                        RecommendationEventCatalog::tags);
    }

    static String tag(DecisionId decision) {
        return "feedback:" + decision;
    }

    private static Set<String> tags(FeedbackGiven given) {
        var tags = new HashSet<String>();
        tags.add(tag(given.decision()));
        given.customer().ifPresent(customer -> tags.add("customer:" + customer));
        return tags;
    }
}
