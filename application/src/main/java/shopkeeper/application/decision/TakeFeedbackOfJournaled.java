package shopkeeper.application.decision;

import java.util.HashSet;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.decision.DecisionJournal.Kept;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
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
record TakeFeedbackOfJournaled(
        DecisionJournal journal,
        Feedbacks feedbacks,
        AskPermission permissions,
        CustomerDirectory directory)
        implements TakeFeedback {
    /** What somebody was shown and clicked is used for their own next slate and nothing else. */
    private static final Use LOOKS = Use.of(Purpose.CONTENT_PERSONALIZATION);

    @Override
    public Recorded<FeedbackEvent, FeedbackRefusal> take(Message message, GiveFeedback given) {
        var offered = journal.recall(given.decision()).map(kept -> offered(kept, given));
        return feedbacks.decide(
                given.decision(),
                message,
                feedback ->
                        offered.map(one -> feedback.decide(one, given))
                                .orElseGet(() ->
                                        Outcome.refused(new UnknownDecision(given.decision()))));
    }

    private Offered offered(Kept kept, GiveFeedback given) {
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
                kept.decision().customer().filter(customer -> mayBeNamed(customer, given)),
                products,
                kept.decision().expiresAt());
    }

    /**
     * A look is behavior: with a name only where its customer allows it. A word is a wish that they
     * say on purpose, which is no consent and needs none: it is kept as said, and acts where they
     * allow it.
     */
    private boolean mayBeNamed(CustomerId customer, GiveFeedback given) {
        if (given.verdict().isWord()) {
            return true;
        }
        var known = directory.now(customer);
        var visitors = new HashSet<>(directory.everyone(known));
        visitors.remove(known);
        return permissions.may(known, visitors, LOOKS, given.at().received()) instanceof Allowed;
    }
}
