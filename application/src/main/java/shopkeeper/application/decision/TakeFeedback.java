package shopkeeper.application.decision;

import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.recommendation.FeedbackCommand.GiveFeedback;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.FeedbackRefusal;

/** Takes what somebody says of a decision's suggestions; the next slate obeys it. */
public interface TakeFeedback {
    Recorded<FeedbackEvent, FeedbackRefusal> take(Message message, GiveFeedback given);
}
