package shopkeeper.domain.recommendation;

import java.util.List;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;

/** Somebody says what became of suggestions. */
public sealed interface FeedbackCommand {
    DecisionId decision();

    /**
     * @param products one, or several that were shown together
     */
    record GiveFeedback(
            DecisionId decision, List<ProductId> products, Verdict verdict, Via via, Moment at)
            implements FeedbackCommand {
        private static final int MOST = 100;

        public GiveFeedback {
            products = products.stream().distinct().toList();
            if (products.isEmpty() || products.size() > MOST) {
                throw new IllegalArgumentException("feedback is about 1 to 100 products");
            }
        }
    }
}
