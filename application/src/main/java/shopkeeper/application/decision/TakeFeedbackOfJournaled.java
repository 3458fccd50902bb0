package shopkeeper.application.decision;

import java.util.HashSet;
import shopkeeper.application.decision.DecisionJournal.Kept;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.recommendation.Feedback.Offered;
import shopkeeper.domain.recommendation.FeedbackCommand.GiveFeedback;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.FeedbackRefusal;
import shopkeeper.domain.recommendation.FeedbackRefusal.UnknownDecision;

/** The journal knows what a decision suggested, to whom, and until when it is good. */
record TakeFeedbackOfJournaled(DecisionJournal journal, Feedbacks feedbacks)
        implements TakeFeedback {
    @Override
    public Recorded<FeedbackEvent, FeedbackRefusal> take(Message message, GiveFeedback given) {
        var offered = journal.recall(given.decision()).map(TakeFeedbackOfJournaled::offered);
        return feedbacks.decide(
                given.decision(),
                message,
                feedback ->
                        offered.map(one -> feedback.decide(one, given))
                                .orElseGet(() ->
                                        Outcome.refused(new UnknownDecision(given.decision()))));
    }

    private static Offered offered(Kept kept) {
        var products = new HashSet<ProductId>();
        for (Tree placement : new Tree(kept.body()).trees("placements")) {
            if (placement.text("kind").equals("recommendation")) {
                placement
                        .trees("items")
                        .forEach(item -> products.add(new ProductId(item.text("product"))));
            }
        }
        return new Offered(
                kept.decision().id(),
                kept.decision().customer(),
                products,
                kept.decision().expiresAt());
    }
}
