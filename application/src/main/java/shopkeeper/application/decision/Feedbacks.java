package shopkeeper.application.decision;

import java.util.function.Function;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.recommendation.Feedback;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.FeedbackRefusal;

/** What was said of each decision's suggestions. */
public interface Feedbacks {
    Recorded<FeedbackEvent, FeedbackRefusal> decide(
            DecisionId decision,
            Message message,
            Function<Feedback, Outcome<FeedbackEvent, FeedbackRefusal>> decide);
}
