package shopkeeper.domain.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.FeedbackCommand.GiveFeedback;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.domain.recommendation.FeedbackRefusal.FeedbackTooLate;
import shopkeeper.domain.recommendation.FeedbackRefusal.NotSuggested;
import shopkeeper.domain.recommendation.FeedbackRefusal.NothingToUndo;

/**
 * What was said of one decision's suggestions, as it stands.
 *
 * @param spoken when the customer said the last word about a product, or took it back
 */
public record Feedback(Set<Said> standing, Map<ProductId, Instant> spoken) {
    public static final Feedback NONE = new Feedback(Set.of(), Map.of());

    /** So long after a decision's end a till that was offline may tell what was said in time. */
    public static final Duration HEARD_WITHIN = Duration.ofDays(7);

    /** One word about one product. */
    public record Said(ProductId product, Verdict verdict) {}

    /**
     * What the decision suggested, to whom, and until when it is good.
     *
     * @param customer with whom what is said may be kept
     */
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
        spoken = Map.copyOf(spoken);
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
        if (given.verdict() != Verdict.UNDONE && isTooLate(offered, given.at())) {
            return Outcome.refused(new FeedbackTooLate(offered.decision(), offered.expiresAt()));
        }
        var news = new ArrayList<FeedbackEvent>();
        for (ProductId product : given.products()) {
            if (!standing.contains(new Said(product, given.verdict()))
                    && !isOvertaken(product, given.verdict(), given.at())) {
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
            case FeedbackGiven(_, _, var product, var verdict, _, var at) ->
                    with(product, verdict, at.effective());
        };
    }

    /** A word of the customer's replaces the one before; what is taken back leaves none. */
    private Feedback with(ProductId product, Verdict verdict, Instant at) {
        var after = new HashSet<>(standing);
        var words = new HashMap<>(spoken);
        if (verdict.isWord()) {
            after.removeIf(said -> said.product().equals(product) && said.verdict().isSaid());
            words.put(product, at);
        }
        if (verdict != Verdict.UNDONE) {
            after.add(new Said(product, verdict));
        }
        return new Feedback(after, words);
    }

    /** What counts is when it was said; but nobody may come with it for ever. */
    private static boolean isTooLate(Offered offered, Moment at) {
        return !at.effective().isBefore(offered.expiresAt())
                || at.received().isAfter(offered.expiresAt().plus(HEARD_WITHIN));
    }

    /** The customer has said something else since: an older word changes nothing any more. */
    private boolean isOvertaken(ProductId product, Verdict verdict, Moment at) {
        return verdict.isWord()
                && at.effective().isBefore(spoken.getOrDefault(product, Instant.MIN));
    }

    private boolean hasSomethingSaid(ProductId product) {
        return standing.stream()
                .anyMatch(said -> said.product().equals(product) && said.verdict().isSaid());
    }
}
