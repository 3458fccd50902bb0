package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Candidate.Lift;
import shopkeeper.domain.recommendation.Candidate.Place;
import shopkeeper.domain.recommendation.Pool.Excluded;

/**
 * Gathers the pool of a slate: who is eligible is settled first, then models and rules say who is
 * good, and what is popular or at least sold fills the rest.
 */
final class Gathering {
    private static final int TIMES_THE_SLATE = 3;
    private static final int AT_LEAST = 20;

    /** Below anything that a model says. */
    private static final double FALLBACK = 1e-6;

    private final Goods goods;
    private final ProductNumbers numbers;
    private final SlateQuestion question;
    private final Eligibility eligibility;
    private final Lifts lifts;
    private final Opinions opinions;
    private final BitSet boosted = new BitSet();
    private final BitSet gathered = new BitSet();
    private final List<Candidate> candidates = new ArrayList<>();

    /** By product, in the order in which they were kept away. */
    private final Map<ProductId, Excluded> excluded = new LinkedHashMap<>();

    Gathering(
            Goods goods,
            ProductNumbers numbers,
            SlateQuestion question,
            List<CandidateModel> models) {
        this.goods = goods;
        this.numbers = numbers;
        this.question = question;
        eligibility = new Eligibility(goods, numbers, question);
        question.promoted().boosted().stream()
                .mapToInt(this::wanted)
                .filter(number -> number >= 0)
                .forEach(boosted::set);
        opinions = new Opinions(models, question.policy(), question.shopper(), goods.size());
        lifts = new Lifts(goods, numbers, question, eligibility, opinions);
    }

    Opinions opinions() {
        return opinions;
    }

    Pool pool() {
        handOver();
        pin();
        var best = new Top(room(), goods::id);
        var missed = new Top(room(), goods::id);
        rank(best, missed);
        for (int rank = 0; rank < best.size(); rank++) {
            gather(best.number(rank), place(best.number(rank)), List.of());
        }
        exclude(missed, best, score -> score);
        fill();
        boost();
        return new Pool(
                question.policy(),
                question.limit(),
                candidates,
                List.copyOf(excluded.values()),
                candidates.size() < question.limit() ? counts() : Map.of());
    }

    private int room() {
        return Math.max(AT_LEAST, TIMES_THE_SLATE * question.limit());
    }

    private void handOver() {
        var replaced = goods.replaced();
        for (int i = 0; i < replaced.size(); i++) {
            int old = replaced.get(i);
            int successor = goods.standIn(old);
            if (successor != old && opinions.hand(old, successor)) {
                lifts.replaces(successor, old);
            }
        }
    }

    private void pin() {
        int room = question.policy().promoted(question.limit());
        for (ProductId product : question.promoted().pinned()) {
            int number = wanted(product);
            if (mayBePromoted(product, number) && candidates.size() < room) {
                gather(number, Place.PINNED, List.of());
            }
        }
    }

    /** What the shop wants to be shown is wanted of what replaces it; -1 for what nobody knows. */
    private int wanted(ProductId product) {
        int number = numbers.numberOf(product);
        return number < 0 ? number : goods.standIn(number);
    }

    /** Whoever wants it to be shown hears why it is not. */
    private boolean mayBePromoted(ProductId product, int number) {
        @Nullable Exclusion why = number < 0 ? Exclusion.NOT_SOLD : eligibility.of(number);
        if (why != null) {
            exclude(number < 0 ? product : goods.id(number), why, 0);
        }
        return why == null;
    }

    private void rank(Top best, Top missed) {
        var sums = opinions.sums(question.policy(), goods.size());
        lifts.addTo(sums);
        double damping = question.policy().damping();
        double most = lifts.mostTimes();
        for (int number = 0; number < sums.length; number++) {
            // Most are far from the best, whatever the rules say: that is asked first.
            if (sums[number] > 0 && best.mayTake(sums[number] * most)) {
                double score =
                        sums[number]
                                * lifts.times(number)
                                * (1 - damping * goods.popularity(number));
                rank(number, score, best, missed);
            }
        }
    }

    /** What a filter must look up dearly is asked only of what would be among the best. */
    private void rank(int number, double score, Top best, Top missed) {
        if (gathered.get(number) || !goods.isSold(number) || !best.takes(number, score)) {
            return;
        }
        @Nullable Exclusion why = eligibility.of(number);
        if (why == null) {
            best.add(number, score);
        } else if (why != Exclusion.ALREADY_HERE && why != Exclusion.REPLACED) {
            missed.add(number, score);
        }
    }

    private Place place(int number) {
        return boosted.get(number) ? Place.BOOSTED : Place.BY_SCORE;
    }

    /** What is boosted takes part, however little the models think of it. */
    private void boost() {
        for (ProductId product : question.promoted().boosted()) {
            int number = wanted(product);
            if (mayBePromoted(product, number)) {
                gather(number, Place.BOOSTED, List.of(fallback(number)));
            }
        }
    }

    /** What is boosted fills nothing: there are enough others wherever the shop sells enough. */
    private void fill() {
        long byScore = candidates.stream().filter(one -> one.place() == Place.BY_SCORE).count();
        if (byScore >= question.limit()) {
            return;
        }
        var rest = new Top(question.limit() - (int) byScore, goods::id);
        var missed = new Top(question.limit(), goods::id);
        for (int number = 0; number < goods.size(); number++) {
            if (!boosted.get(number)) {
                rank(number, goods.popularity(number), rest, missed);
            }
        }
        for (int rank = 0; rank < rest.size(); rank++) {
            int number = rest.number(rank);
            gather(number, Place.BY_SCORE, List.of(fallback(number)));
        }
        exclude(missed, rest, Gathering::fallback);
    }

    private Lift fallback(int number) {
        var rule = goods.baskets(number) > 0 ? Rule.FALLBACK_POPULAR : Rule.FALLBACK_ASSORTMENT;
        return new Lift(rule, fallback(goods.popularity(number)), 1, List.of());
    }

    private static double fallback(double popularity) {
        return FALLBACK * (1 + popularity);
    }

    private void gather(int number, Place place, List<Lift> more) {
        if (gathered.get(number)) {
            return;
        }
        gathered.set(number);
        var all = Stream.concat(lifts.of(number).stream(), more.stream()).toList();
        candidates.add(
                new Candidate(
                        number,
                        goods.id(number),
                        goods.category(number),
                        goods.brand(number),
                        goods.words(number),
                        goods.popularity(number),
                        opinions.of(number),
                        all,
                        place));
    }

    /** Only what would have been among the best. */
    private void exclude(Top missed, Top best, DoubleUnaryOperator score) {
        for (int rank = 0; rank < missed.size(); rank++) {
            int number = missed.number(rank);
            @Nullable Exclusion why = eligibility.of(number);
            if (why != null && best.takes(number, missed.score(rank))) {
                exclude(goods.id(number), why, score.applyAsDouble(missed.score(rank)));
            }
        }
    }

    private void exclude(ProductId product, Exclusion why, double score) {
        excluded.putIfAbsent(product, new Excluded(product, why, score));
    }

    private Map<Exclusion, Integer> counts() {
        var counts = new EnumMap<Exclusion, Integer>(Exclusion.class);
        for (int number = 0; number < goods.size(); number++) {
            @Nullable Exclusion why = eligibility.of(number);
            if (why != null && goods.product(number).isPresent()) {
                counts.merge(why, 1, Integer::sum);
            }
        }
        return counts;
    }
}
