package shopkeeper.domain.recommendation;

import java.time.Instant;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Refusal;

/** Why feedback is not taken. */
public sealed interface FeedbackRefusal extends Refusal {
    record UnknownDecision(DecisionId decision) implements FeedbackRefusal {
        @Override
        public String code() {
            return "unknown-decision";
        }

        @Override
        public String words() {
            return "There is no decision " + decision + ".";
        }
    }

    record NotSuggested(DecisionId decision, ProductId product) implements FeedbackRefusal {
        @Override
        public String code() {
            return "not-suggested";
        }

        @Override
        public String words() {
            return "Decision %s did not suggest %s.".formatted(decision, product);
        }
    }

    record FeedbackTooLate(DecisionId decision, Instant expiredAt) implements FeedbackRefusal {
        @Override
        public String code() {
            return "feedback-too-late";
        }

        @Override
        public String words() {
            return "Decision %s was good until %s, and what was said by then is heard for %d days: ask again and speak of the new one."
                    .formatted(decision, expiredAt, Feedback.HEARD_WITHIN.toDays());
        }
    }

    record NothingToUndo(ProductId product) implements FeedbackRefusal {
        @Override
        public String code() {
            return "nothing-to-undo";
        }

        @Override
        public String words() {
            return "Nothing was said of %s that could be taken back.".formatted(product);
        }
    }
}
