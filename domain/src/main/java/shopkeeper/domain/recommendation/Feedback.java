package shopkeeper.domain.recommendation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.FeedbackCommand.GiveFeedback;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.domain.recommendation.FeedbackRefusal.FeedbackTooLate;
import shopkeeper.domain.recommendation.FeedbackRefusal.NotSuggested;
import shopkeeper.domain.recommendation.FeedbackRefusal.NothingToUndo;

/** What was said of one decision's suggestions, as it stands. */
public record Feedback(Set<Said> standing) {
    public static final Feedback NONE = new Feedback(Set.of());

    /** One word about one product. */
    public record Said(ProductId product, Verdict verdict) {}

    /** What the decision suggested, to whom, and until when it is good. */
    public record Offered(
            DecisionId decision,
            Optional<CustomerId> customer,
            Set<ProductId> products,
            Instant expiresAt) {
        public Offered {
            products = Set.copyOf(products);
        }
    }

    public Feedback {
        standing = Set.copyOf(standing);
    }

    public Outcome<FeedbackEvent, FeedbackRefusal> decide(Offered offered, GiveFeedback given) {
        for (ProductId product : given.products()) {
            if (!offered.products().contains(product)) {
                return Outcome.refused(new NotSuggested(offered.decision(), product));
            }
            if (given.verdict() == Verdict.UNDONE && !hasSomethingSaid(product)) {
                return Outcome.refused(new NothingToUndo(product));
            }
        }
        // Whoever hid something can take it back however late it is.
        if (given.verdict() != Verdict.UNDONE
                && !given.at().received().isBefore(offered.expiresAt())) {
            return Outcome.refused(new FeedbackTooLate(offered.decision(), offered.expiresAt()));
        }
        var news = new ArrayList<FeedbackEvent>();
        for (ProductId product : given.products()) {
            if (!standing.contains(new Said(product, given.verdict()))) {
                news.add(
                        new FeedbackGiven(
                                offered.decision(),
                                offered.customer(),
                                product,
                                given.verdict(),
                                given.via(),
                                given.at()));
            }
        }
        return Outcome.accepted(news);
    }

    public Feedback evolve(FeedbackEvent event) {
        return switch (event) {
            case FeedbackGiven(_, _, var product, var verdict, _, _) -> with(product, verdict);
        };
    }

    /** A word of the customer's replaces the one before; what is taken back leaves none. */
    private Feedback with(ProductId product, Verdict verdict) {
        var after = new HashSet<>(standing);
        if (verdict.isSaid() || verdict == Verdict.UNDONE) {
            after.removeIf(said -> said.product().equals(product) && said.verdict().isSaid());
        }
        if (verdict != Verdict.UNDONE) {
            after.add(new Said(product, verdict));
        }
        return new Feedback(after);
    }

    private boolean hasSomethingSaid(ProductId product) {
        return standing.stream()
                .anyMatch(said -> said.product().equals(product) && said.verdict().isSaid());
    }
}
