package shopkeeper.persistence.recommendation;

import java.util.Set;
import java.util.function.Function;
import shopkeeper.application.decision.Feedbacks;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.recommendation.Feedback;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.FeedbackRefusal;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;

/** What was said of a decision's suggestions, from the log. */
final class AxonFeedbacks implements Feedbacks {
    private static final Story<Feedback, FeedbackEvent> STORY =
            new Story<>(FeedbackEvent.class, Feedback.NONE, Feedback::evolve);

    private final EventLog log;

    AxonFeedbacks(EventLog log) {
        this.log = log;
    }

    @Override
    public Recorded<FeedbackEvent, FeedbackRefusal> decide(
            DecisionId decision,
            Message message,
            Function<Feedback, Outcome<FeedbackEvent, FeedbackRefusal>> decide) {
        return log.decide(message, Set.of(RecommendationEventCatalog.tag(decision)), STORY, decide);
    }
}
