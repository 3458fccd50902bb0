package shopkeeper.domain.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;

/** How one customer received what was suggested to them, over all decisions. */
public record Reception(Map<ProductId, Seen> products) {
    public static final Reception NONE = new Reception(Map.of());

    /** What did not help stays away so long. */
    public static final Duration UNHELPFUL_FOR = Duration.ofDays(90);

    private static final int TIRED_AFTER = 5;
    private static final Duration TIRED_FOR = Duration.ofDays(14);

    /**
     * @param word the last one of the customer's own
     * @param shown how often since the last click
     * @param saidAt when they said it or took it back; in no time where they never did
     * @param lastAt when it was shown or spoken of last
     */
    public record Seen(Optional<Verdict> word, int shown, Instant saidAt, Instant lastAt) {}

    public Reception {
        products = Map.copyOf(products);
    }

    public Reception with(FeedbackGiven given) {
        var at = given.at().effective();
        var before =
                products.getOrDefault(
                        given.product(), new Seen(Optional.empty(), 0, Instant.MIN, at));
        var after = new HashMap<>(products);
        after.put(given.product(), after(before, given.verdict(), at));
        return new Reception(after);
    }

    /** Two receptions of one person: the visitor's and the customer's; the later word counts. */
    public Reception and(Reception other) {
        var all = new HashMap<>(products);
        other.products.forEach((product, seen) -> all.merge(product, seen, Reception::later));
        return new Reception(all);
    }

    public Wishes wishes(Instant now) {
        return new Wishes(
                saying(Verdict.HIDDEN, Instant.MIN),
                saying(Verdict.NOT_HELPFUL, now.minus(UNHELPFUL_FOR)),
                saying(Verdict.HELPFUL, Instant.MIN),
                tired(now.minus(TIRED_FOR)));
    }

    /** A word that a till tells late is no answer to what was said since: it changes nothing. */
    private static Seen after(Seen before, Verdict verdict, Instant at) {
        if (verdict.isWord() && at.isBefore(before.saidAt())) {
            return before;
        }
        var last = at.isAfter(before.lastAt()) ? at : before.lastAt();
        return switch (verdict) {
            case SHOWN -> new Seen(before.word(), before.shown() + 1, before.saidAt(), last);
            case CLICKED -> new Seen(before.word(), 0, before.saidAt(), last);
            case HELPFUL, NOT_HELPFUL, HIDDEN ->
                    new Seen(Optional.of(verdict), before.shown(), at, last);
            case UNDONE -> new Seen(Optional.empty(), 0, at, last);
        };
    }

    private static Seen later(Seen one, Seen other) {
        var word = other.saidAt().isAfter(one.saidAt()) ? other : one;
        return new Seen(
                word.word(),
                one.shown() + other.shown(),
                word.saidAt(),
                other.lastAt().isAfter(one.lastAt()) ? other.lastAt() : one.lastAt());
    }

    private Set<ProductId> saying(Verdict verdict, Instant after) {
        return having(
                products.entrySet().stream()
                        .filter(one ->
                                one.getValue().word().equals(Optional.of(verdict))
                                        && one.getValue().saidAt().isAfter(after)));
    }

    private Set<ProductId> tired(Instant after) {
        return having(
                products.entrySet().stream()
                        .filter(one ->
                                one.getValue().shown() >= TIRED_AFTER
                                        && one.getValue().lastAt().isAfter(after)));
    }

    private static Set<ProductId> having(Stream<Map.Entry<ProductId, Seen>> entries) {
        var products = new HashSet<ProductId>();
        entries.forEach(one -> products.add(one.getKey()));
        return products;
    }
}
