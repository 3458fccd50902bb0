package shopkeeper.application.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Candidate;
import shopkeeper.domain.recommendation.Candidate.Lift;
import shopkeeper.domain.recommendation.Candidate.Place;
import shopkeeper.domain.recommendation.Exclusion;
import shopkeeper.domain.recommendation.Ground;
import shopkeeper.domain.recommendation.Ground.Named;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.Pool;
import shopkeeper.domain.recommendation.Rule;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.SlatePolicy;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Suggestion;

/**
 * A pool as the journal keeps it, with the policy's own numbers: models and policies go, the slate
 * can still be made again.
 */
final class PoolTree {
    private PoolTree() {}

    static Map<String, Object> of(Slate slate) {
        var pool = slate.pool();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("policy", policy(pool.policy()));
        tree.put("limit", pool.limit());
        var models = new KeptModels();
        tree.put(
                "candidates",
                pool.candidates().stream().map(one -> candidate(one, models)).toList());
        tree.put("models", models.tree());
        tree.put("excluded", pool.excluded().stream().map(PoolTree::excluded).toList());
        var counts = new LinkedHashMap<String, Object>();
        pool.counts().forEach((why, count) -> counts.put(why.name(), count));
        tree.put("counts", counts);
        var grounds = new LinkedHashMap<String, Object>();
        for (Suggestion one : slate.suggestions()) {
            grounds.put(
                    one.product().value(), one.grounds().stream().map(PoolTree::ground).toList());
        }
        tree.put("grounds", grounds);
        return tree;
    }

    static Pool pool(Tree tree) {
        var counts = new EnumMap<Exclusion, Integer>(Exclusion.class);
        var counted = tree.tree("counts");
        counted.names().forEach(name -> counts.put(Exclusion.valueOf(name), counted.whole(name)));
        var models = KeptModels.of(tree.trees("models"));
        return new Pool(
                policy(tree.tree("policy")),
                tree.whole("limit"),
                tree.trees("candidates").stream().map(one -> candidate(one, models)).toList(),
                tree.trees("excluded").stream()
                        .map(one ->
                                new Pool.Excluded(
                                        new ProductId(one.text("product")),
                                        Exclusion.valueOf(one.text("why")),
                                        one.number("score")))
                        .toList(),
                counts);
    }

    static Map<ProductId, List<Ground>> grounds(Tree tree) {
        var all = tree.tree("grounds");
        var grounds = new LinkedHashMap<ProductId, List<Ground>>();
        all.names()
                .forEach(product ->
                        grounds.put(
                                new ProductId(product),
                                all.trees(product).stream().map(PoolTree::ground).toList()));
        return grounds;
    }

    private static Map<String, Object> policy(SlatePolicy policy) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("occasion", policy.occasion().name());
        tree.put("version", policy.version());
        var weights = new LinkedHashMap<String, Object>();
        policy.weights().forEach((source, weight) -> weights.put(source.name(), weight));
        tree.put("weights", weights);
        tree.put("damping", policy.damping());
        tree.put("variety", policy.variety());
        tree.put("promotedShare", policy.promotedShare());
        tree.put("crossSell", policy.crossSell());
        tree.put("upSell", policy.upSell());
        return tree;
    }

    private static SlatePolicy policy(Tree tree) {
        var weights = new EnumMap<Source, Double>(Source.class);
        var kept = tree.tree("weights");
        kept.names().forEach(name -> weights.put(Source.valueOf(name), kept.number(name)));
        return new SlatePolicy(
                Occasion.valueOf(tree.text("occasion")),
                tree.whole("version"),
                weights,
                tree.number("damping"),
                tree.number("variety"),
                tree.number("promotedShare"),
                tree.number("crossSell"),
                tree.number("upSell"));
    }

    private static Map<String, Object> candidate(Candidate candidate, KeptModels models) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("product", candidate.product().value());
        tree.put("category", candidate.category());
        tree.put("brand", candidate.brand());
        tree.put("words", whole(candidate.words()));
        tree.put("popularity", (double) candidate.popularity());
        tree.put("place", candidate.place().name());
        tree.put("estimates", candidate.estimates().stream().map(models::keep).toList());
        tree.put("lifts", candidate.lifts().stream().map(PoolTree::lift).toList());
        return tree;
    }

    private static Candidate candidate(Tree tree, KeptModels models) {
        return new Candidate(
                -1,
                new ProductId(tree.text("product")),
                tree.whole("category"),
                tree.whole("brand"),
                tree.wholes("words").stream().mapToInt(Integer::intValue).toArray(),
                (float) tree.number("popularity"),
                tree.lists("estimates").stream().map(models::estimate).toList(),
                tree.trees("lifts").stream()
                        .map(one ->
                                new Lift(
                                        Rule.valueOf(one.text("rule")),
                                        one.number("plus"),
                                        one.number("times"),
                                        List.of()))
                        .toList(),
                Place.valueOf(tree.text("place")));
    }

    private static Map<String, Object> lift(Lift lift) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("rule", lift.rule().name());
        tree.put("plus", lift.plus());
        tree.put("times", lift.times());
        return tree;
    }

    private static Map<String, Object> excluded(Pool.Excluded excluded) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("product", excluded.product().value());
        tree.put("why", excluded.why().name());
        tree.put("score", excluded.score());
        return tree;
    }

    private static Map<String, Object> ground(Ground ground) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("code", ground.code());
        tree.put("times", ground.times());
        tree.put("of", ground.of());
        tree.put("here", ground.here());
        var with = new ArrayList<Map<String, Object>>();
        for (Named named : ground.with()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("product", named.product().value());
            one.put("name", named.name());
            with.add(one);
        }
        tree.put("with", with);
        return tree;
    }

    private static Ground ground(Tree tree) {
        return new Ground(
                tree.text("code"),
                tree.whole("times"),
                tree.whole("of"),
                tree.flag("here"),
                tree.trees("with").stream()
                        .map(one -> new Named(new ProductId(one.text("product")), one.text("name")))
                        .toList());
    }

    private static List<Integer> whole(int[] numbers) {
        var list = new ArrayList<Integer>(numbers.length);
        for (int number : numbers) {
            list.add(number);
        }
        return list;
    }
}
