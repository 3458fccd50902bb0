package shopkeeper.domain.recommendation;

import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;

/** What was said of a suggestion. */
public sealed interface FeedbackEvent extends Fact {
    /**
     * @param customer for whom it was decided; empty where that was nobody in particular, or
     *     somebody who does not allow that it is kept with them
     */
    record FeedbackGiven(
            DecisionId decision,
            Optional<CustomerId> customer,
            ProductId product,
            Verdict verdict,
            Via via,
            Moment at)
            implements FeedbackEvent {}
}
