package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import shopkeeper.domain.recommendation.Candidate.Estimate;
import shopkeeper.domain.recommendation.Candidate.Lift;
import shopkeeper.domain.recommendation.Candidate.Place;
import shopkeeper.domain.recommendation.Ground.Named;

/** Finds out why a chosen product is there: asked of the models only for what is shown. */
record Grounds(Goods goods, SlateQuestion question, Opinions opinions) {
    private static final int SHOWN = 3;

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
        candidate.estimates().stream()
                .sorted(
                        Comparator.comparingDouble((Estimate one) ->
                                        -question.policy().weight(one.source()) * one.share())
                                .thenComparing(Estimate::source))
                .map(estimate -> byModel(estimate, candidate))
                .filter(ground -> said.add(ground.code()))
                .limit(SHOWN)
                .forEach(grounds::add);
        candidate.lifts().stream()
                .filter(lift -> lift.rule() != Rule.TIRED)
                .map(lift -> byRule(lift, candidate))
                .forEach(grounds::add);
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

    private Ground inProducts(Why why) {
        return ground(why.code(), why.times(), why.of(), why.with());
    }

    private Ground ground(String code, int times, int of, List<Integer> with) {
        var products = with.stream().flatMap(number -> goods.product(number).stream()).toList();
        var context = question.shopper().context();
        boolean here =
                with.stream()
                        .anyMatch(number ->
                                Arrays.stream(context).anyMatch(there -> there == number));
        return new Ground(
                code,
                times,
                of,
                here,
                products.stream().map(one -> new Named(one.id(), one.name())).toList());
    }
}
