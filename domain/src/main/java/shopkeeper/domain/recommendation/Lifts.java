package shopkeeper.domain.recommendation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Candidate.Lift;

/** What the rules of the slate add to a product's score, and by which factor they change it. */
final class Lifts {
    /** The next price band: from a little dearer to half as much again. */
    private static final double NEXT_BAND_FROM = 1.05;

    private static final double NEXT_BAND_TO = 1.6;
    private static final int ANCHORS = 5;
    private static final double QUERY = 0.5;
    private static final double PAGE = 0.1;
    private static final double LIKED = 1.2;
    private static final double TIRED = 0.5;

    private final Goods goods;
    private final ProductNumbers numbers;
    private final SlateQuestion question;
    private final Eligibility eligibility;
    private final int[] wanted;
    private final int pageCategory;
    private final Map<Integer, Lift> upSell = new HashMap<>();
    private final BitSet stands = new BitSet();
    private final IntList successors = new IntList();
    private final IntList predecessors = new IntList();
    private final BitSet liked;
    private final BitSet tired;
    private final int[] context;
    private final BitSet kindsHere = new BitSet();
    private final GoingWith these;

    Lifts(
            Goods goods,
            ProductNumbers numbers,
            SlateQuestion question,
            Eligibility eligibility,
            Opinions opinions) {
        this.goods = goods;
        this.numbers = numbers;
        this.question = question;
        this.eligibility = eligibility;
        var setting = question.setting();
        context =
                setting.asked()
                        .mapToInt(numbers::numberOf)
                        .filter(number -> number >= 0 && number < goods.size())
                        .distinct()
                        .toArray();
        for (int anchor : context) {
            if (goods.category(anchor) >= 0) {
                kindsHere.set(goods.category(anchor));
            }
        }
        these =
                question.policy().crossSell() > 0 && !kindsHere.isEmpty()
                        ? opinions.goingWith(question.shopper(), goods.size())
                        : new GoingWith(List.of());
        liked = set(question.wishes().liked());
        tired = set(question.wishes().tired());
        wanted = setting.query().map(Tokens::of).orElse(Tokens.NONE);
        pageCategory = setting.category().map(goods::categoryNamed).orElse(-1);
        sellUp();
    }

    /** The successor of a candidate takes its place, and goes with what that went with. */
    void replaces(int number, int old) {
        these.replaces(number, old);
        stands.set(number);
        successors.add(number);
        predecessors.add(old);
    }

    /** Adds what rules alone say of all products. */
    void addTo(double[] sums) {
        if (wanted.length > 0) {
            addMatches(sums);
        }
        for (int number = 0; number < sums.length && pageCategory >= 0; number++) {
            sums[number] += goods.category(number) == pageCategory ? PAGE : 0;
        }
        upSell.forEach((number, lift) -> sums[number] += lift.plus());
    }

    /** Added once for all words of a product, as {@link #of} tells it, to the last bit. */
    private void addMatches(double[] sums) {
        var shared = new int[sums.length];
        for (int word : wanted) {
            var named = goods.named(word);
            for (int i = 0; i < named.size(); i++) {
                shared[named.get(i)]++;
            }
        }
        for (int number = 0; number < sums.length; number++) {
            sums[number] += matches(shared[number]);
        }
    }

    private double matches(int shared) {
        return QUERY * shared / wanted.length;
    }

    /** No product is lifted by more than that. */
    double mostTimes() {
        return (1 + question.policy().crossSell()) * LIKED;
    }

    double times(int number) {
        double times = isAnotherNeed(number) ? 1 + question.policy().crossSell() : 1;
        if (liked.get(number)) {
            times *= LIKED;
        }
        return tired.get(number) ? times * TIRED : times;
    }

    List<Lift> of(int number) {
        var lifts = new ArrayList<Lift>();
        int shared = Tokens.shared(wanted, goods.words(number));
        if (shared > 0) {
            lifts.add(new Lift(Rule.MATCHES_QUERY, matches(shared), 1, List.of()));
        }
        if (pageCategory >= 0 && goods.category(number) == pageCategory) {
            lifts.add(new Lift(Rule.FITS_PAGE, PAGE, 1, List.of()));
        }
        @Nullable Lift better = upSell.get(number);
        if (better != null) {
            lifts.add(better);
        }
        if (isAnotherNeed(number)) {
            lifts.add(lift(Rule.CROSS_SELL, 1 + question.policy().crossSell()));
        }
        if (liked.get(number)) {
            lifts.add(lift(Rule.LIKED, LIKED));
        }
        if (tired.get(number)) {
            lifts.add(lift(Rule.TIRED, TIRED));
        }
        if (stands.get(number)) {
            lifts.add(new Lift(Rule.REPLACES, 0, 1, List.of(standsFor(number))));
        }
        return lifts;
    }

    private static Lift lift(Rule rule, double times) {
        return new Lift(rule, 0, times, List.of());
    }

    private boolean isAnotherNeed(int number) {
        return these.goes(number)
                && goods.category(number) >= 0
                && !kindsHere.get(goods.category(number));
    }

    /** The first of those it takes the place of: few are asked, and only those that have one. */
    private int standsFor(int number) {
        int at = 0;
        while (successors.get(at) != number) {
            at++;
        }
        return predecessors.get(at);
    }

    /** The same need at the next price, where that leaves the shop no less of it. */
    private void sellUp() {
        if (question.policy().upSell() == 0) {
            return;
        }
        for (int i = 0; i < Math.min(ANCHORS, context.length); i++) {
            int anchor = context[i];
            var price = eligibility.price(anchor);
            if (goods.category(anchor) >= 0 && price.isPresent() && price.get().signum() > 0) {
                sellUp(anchor, price.get());
            }
        }
    }

    private void sellUp(int anchor, BigDecimal price) {
        for (int number = 0; number < goods.size(); number++) {
            if (goods.category(number) == goods.category(anchor)
                    && number != anchor
                    && leavesEnough(number, anchor)
                    && eligibility.of(number) == null
                    && isNextBand(number, price)) {
                double plus = question.policy().upSell() * (0.5 + 0.5 * goods.popularity(number));
                upSell.putIfAbsent(number, new Lift(Rule.UP_SELL, plus, 1, List.of(anchor)));
            }
        }
    }

    private boolean leavesEnough(int number, int anchor) {
        return !(goods.margin(number) < goods.margin(anchor));
    }

    private boolean isNextBand(int number, BigDecimal than) {
        return eligibility
                .price(number)
                .map(price -> price.divide(than, 4, RoundingMode.HALF_EVEN).doubleValue())
                .filter(ratio -> ratio >= NEXT_BAND_FROM && ratio <= NEXT_BAND_TO)
                .isPresent();
    }

    private BitSet set(Collection<ProductId> products) {
        var set = new BitSet();
        products.stream()
                .mapToInt(numbers::numberOf)
                .filter(number -> number >= 0)
                .forEach(set::set);
        return set;
    }
}
