package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;

/**
 * Makes a slate by counting. Every source estimates the same thing, the chance that a product is in
 * the next basket, so that their candidates can be ranked together:
 *
 * <ul>
 *   <li>bought before: (own baskets with it + popularity) / (own baskets + 1)
 *   <li>bought together with what is in the cart, or with a favourite: see {@link
 *       Baskets#companions}
 *   <li>popular: the share of all baskets, as the fallback
 * </ul>
 */
public final class SlateMaker {
    private static final int FAVOURITES = 5;

    private final Counts counts;
    private final SlateQuestion question;
    private final Map<ProductId, Candidate> candidates = new HashMap<>();
    private final Set<ProductId> outOfStock = new LinkedHashSet<>();

    private SlateMaker(Counts counts, SlateQuestion question) {
        this.counts = counts;
        this.question = question;
    }

    public static Slate slate(Counts counts, SlateQuestion question) {
        return new SlateMaker(counts, question).make();
    }

    private Slate make() {
        question.context()
                .forEach(product -> together(product, "in the cart or on the page", false));
        question.history().ifPresent(this::personal);
        var chosen = best();
        fillWithPopular(chosen);
        boolean personal = chosen.stream().anyMatch(candidate -> candidate.personal);
        var suggestions = new ArrayList<Suggestion>();
        for (Candidate candidate : chosen) {
            suggestions.add(candidate.asSuggestion(suggestions.size() + 1));
        }
        return new Slate(
                suggestions,
                personal,
                List.copyOf(outOfStock).subList(0, Math.min(10, outOfStock.size())));
    }

    /** A heap: few of many are wanted, so the rest need not be sorted. */
    private List<Candidate> best() {
        var ranked = new PriorityQueue<>(candidates.values());
        var best = new ArrayList<Candidate>();
        for (var next = ranked.poll();
                next != null && best.size() < question.limit();
                next = ranked.poll()) {
            if (isOffered(next)) {
                best.add(next);
            }
        }
        return best;
    }

    private void personal(PersonalHistory history) {
        var favourites = history.favourites();
        for (ProductId product : favourites) {
            int times = history.times(product);
            double chance = (times + counts.popularity(product)) / (history.baskets() + 1.0);
            propose(product, chance, () -> boughtBefore(product, times, history.baskets()), true);
        }
        favourites.stream()
                .limit(FAVOURITES)
                .forEach(product -> together(product, "you bought", true));
    }

    private void together(ProductId anchor, String why, boolean personal) {
        for (Companion companion : counts.companions(anchor)) {
            propose(
                    companion.product(),
                    companion.chance(),
                    () -> boughtTogether(anchor, companion, why),
                    personal);
        }
    }

    private static Reason boughtBefore(ProductId product, int times, int baskets) {
        return new Reason(
                "BOUGHT_BEFORE",
                "in %d of %d of your own baskets".formatted(times, baskets),
                List.of(product));
    }

    private Reason boughtTogether(ProductId anchor, Companion companion, String why) {
        return new Reason(
                "CO_PURCHASED",
                "bought together %s with %s, %s"
                        .formatted(
                                companion.baskets() == 1 ? "once" : companion.baskets() + " times",
                                counts.nameOf(anchor),
                                why),
                List.of(anchor));
    }

    private void propose(
            ProductId product, double chance, Supplier<Reason> reason, boolean personal) {
        if (!question.context().contains(product)) {
            candidates.computeIfAbsent(product, Candidate::new).add(chance, reason, personal);
        }
    }

    private boolean isOffered(Candidate candidate) {
        if (!question.sold().test(candidate.product)) {
            return false;
        }
        boolean here = question.here().test(candidate.product);
        if (!here) {
            outOfStock.add(candidate.product);
        }
        return here;
    }

    private void fillWithPopular(List<Candidate> chosen) {
        var taken = new HashSet<>(question.context());
        chosen.forEach(candidate -> taken.add(candidate.product));
        for (int rank = 0; rank < counts.products() && chosen.size() < question.limit(); rank++) {
            var product = counts.mostPopular(rank);
            var candidate = new Candidate(product);
            if (!taken.contains(product) && isOffered(candidate)) {
                candidate.add(
                        counts.popularity(product),
                        () ->
                                Reason.of(
                                        "FALLBACK_POPULAR",
                                        "in %d baskets of the shop"
                                                .formatted(counts.baskets(product))),
                        false);
                chosen.add(candidate);
            }
        }
    }

    /** A product with the best chance that any source gave it, and what every source says. */
    private static final class Candidate implements Comparable<Candidate> {
        private static final int REASONS_SHOWN = 3;

        private final ProductId product;
        private final List<Source> sources = new ArrayList<>(2);
        private double score;
        private boolean personal;

        /** One estimate; its words are found only when they are shown. */
        private record Source(double chance, Supplier<Reason> reason) {}

        Candidate(ProductId product) {
            this.product = product;
        }

        void add(double chance, Supplier<Reason> reason, boolean fromHistory) {
            score = Math.max(score, chance);
            personal |= fromHistory;
            sources.add(new Source(chance, reason));
        }

        /** The best first; of equals the one with the lower code. */
        @Override
        public int compareTo(Candidate other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : product.value().compareTo(other.product.value());
        }

        Suggestion asSuggestion(int rank) {
            var reasons =
                    sources.stream()
                            .sorted(Comparator.comparingDouble(Source::chance).reversed())
                            .limit(REASONS_SHOWN)
                            .map(source -> source.reason().get())
                            .toList();
            return new Suggestion(product, rank, score, reasons);
        }
    }
}
