package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shopkeeper.domain.recommendation.Candidate.Estimate;
import shopkeeper.domain.recommendation.Candidate.Lift;
import shopkeeper.domain.recommendation.Candidate.Place;
import shopkeeper.domain.recommendation.Ground.Named;

/** Finds out why a chosen product is there: asked of the models only for what is shown. */
record Grounds(Goods goods, SlateQuestion question, Opinions opinions) {
    private static final int SHOWN = 3;

    private static final String BOUGHT_WITH = "CO_PURCHASED";
    private static final String GOES_WITH_SEEN = "GOES_WITH_SEEN";

    /** How the shopper knows a product that is named: it is here, they bought it or looked. */
    private enum Met {
        HERE,
        BOUGHT,
        SEEN
    }

    /** What would not be understood if it were left out. */
    private static final Set<Rule> KNOWN = EnumSet.of(Rule.REPLACES, Rule.LIKED);

    /**
     * What the shop itself wants is always said, nothing twice, and at least one ground is always
     * there.
     */
    List<Ground> of(Arrangement.Chosen chosen) {
        var candidate = chosen.candidate();
        var grounds = new ArrayList<Ground>();
        var said = new HashSet<String>();
        if (chosen.promoted()) {
            var rule = candidate.place() == Place.PINNED ? Rule.PINNED : Rule.BOOSTED;
            grounds.add(ground(rule.name(), 0, 0, List.of()));
        }
        var byModels =
                candidate.estimates().stream()
                        .sorted(
                                Comparator.comparingDouble((Estimate one) ->
                                                -question.policy().weight(one.source())
                                                        * one.share())
                                        .thenComparing(Estimate::source))
                        .map(estimate -> byModel(estimate, candidate))
                        .filter(ground -> said.add(ground.code()))
                        .limit(SHOWN)
                        .toList();
        // What the customer knows of it comes before what other models say too.
        byModels.stream().limit(1).forEach(grounds::add);
        candidate.lifts().stream()
                .filter(lift -> lift.rule() != Rule.TIRED)
                .sorted(Comparator.comparing(lift -> !KNOWN.contains(lift.rule())))
                .map(lift -> byRule(lift, candidate))
                .forEach(grounds::add);
        byModels.stream().skip(1).forEach(grounds::add);
        if (grounds.isEmpty()) {
            grounds.add(ground(Rule.FALLBACK_ASSORTMENT.name(), 0, 0, List.of()));
        }
        return List.copyOf(grounds.subList(0, Math.min(grounds.size(), SHOWN + 1)));
    }

    private Ground byModel(Estimate estimate, Candidate candidate) {
        return opinions.why(estimate, question.shopper(), candidate.number())
                .map(this::inProducts)
                .orElseGet(() -> ground(estimate.source().name(), 0, 0, List.of()));
    }

    private Ground byRule(Lift lift, Candidate candidate) {
        int times = lift.rule() == Rule.FALLBACK_POPULAR ? goods.baskets(candidate.number()) : 0;
        return ground(lift.rule().name(), times, 0, lift.with());
    }

    /** Only what is of one kind is named together, for one word says how the shopper met it. */
    private Ground inProducts(Why why) {
        if (why.with().isEmpty()) {
            return ground(why.code(), why.times(), why.of(), why.with());
        }
        var met = met(why.with().getFirst());
        var code = met == Met.SEEN && why.code().equals(BOUGHT_WITH) ? GOES_WITH_SEEN : why.code();
        var alike = why.with().stream().filter(number -> met(number) == met).toList();
        return ground(code, why.times(), why.of(), alike);
    }

    private Met met(int product) {
        var shopper = question.shopper();
        if (has(shopper.context(), product)) {
            return Met.HERE;
        }
        boolean bought =
                !has(shopper.session(), product)
                        || Arrays.stream(shopper.baskets())
                                .anyMatch(basket -> has(basket, product));
        return bought ? Met.BOUGHT : Met.SEEN;
    }

    private static boolean has(int[] products, int product) {
        return Arrays.stream(products).anyMatch(one -> one == product);
    }

    private Ground ground(String code, int times, int of, List<Integer> with) {
        var products = with.stream().flatMap(number -> goods.product(number).stream()).toList();
        boolean here = with.stream().anyMatch(number -> met(number) == Met.HERE);
        return new Ground(
                code,
                times,
                of,
                here,
                products.stream().map(one -> new Named(one.id(), one.name())).toList());
    }
}
