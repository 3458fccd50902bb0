package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import shopkeeper.domain.recommendation.HeldOut.Example;

/**
 * Stacking (Wolpert, Stacked Generalization, 1992): what several models say of a candidate, and how
 * this customer buys, are put together by a ranker that has seen what held-out customers did next.
 * Only the best candidates of each model are ranked; of all others, and of whoever has done nothing
 * yet, it knows nothing.
 */
final class Stack implements CandidateModel {
    /** Of each model. */
    private static final int CANDIDATES = 30;

    private final Function<Shopper, int[][]> turns;
    private final List<CandidateModel> models;
    private final Ranker ranker;
    private final boolean personal;

    /**
     * @param turns what habits are read from: somebody's baskets, or the clicks of their visit
     * @param ranker trained on these models' {@link #before candidates}, or on those of the same
     *     models trained on less
     */
    Stack(Function<Shopper, int[][]> turns, List<CandidateModel> models, Ranker ranker) {
        this(turns, models, ranker, false);
    }

    private Stack(
            Function<Shopper, int[][]> turns,
            List<CandidateModel> models,
            Ranker ranker,
            boolean personal) {
        this.turns = turns;
        this.models = List.copyOf(models);
        this.ranker = ranker;
        this.personal = personal;
    }

    /** The same, but what is only popular is no candidate. */
    Stack personal() {
        return new Stack(turns, models, ranker, true);
    }

    /** What a ranker of these models learns from. */
    static RankedBefore before(
            Function<Shopper, int[][]> turns,
            List<CandidateModel> models,
            List<Example> held,
            int products) {
        var before = new RankedBefore();
        for (var example : held) {
            var shopper = example.before();
            var candidates = new Candidates(models, shopper, turns.apply(shopper), products, false);
            for (int product : candidates.products) {
                before.add(candidates.features(product), example.came().contains(product));
            }
        }
        return before;
    }

    /** What the models say to one shopper. */
    private static final class Candidates {
        private final float[][] scores;
        private final float[] highest;
        private final Habits habits;
        private final TreeSet<Integer> products = new TreeSet<>();

        Candidates(
                List<CandidateModel> models,
                Shopper shopper,
                int[][] turns,
                int known,
                boolean personal) {
            scores = new float[models.size()][known];
            highest = new float[models.size()];
            habits = new Habits(turns);
            for (int i = 0; i < scores.length; i++) {
                models.get(i).score(shopper, scores[i]);
                highest[i] = Blend.highest(scores[i]);
                if (!personal || models.get(i).source() != Source.POPULAR) {
                    for (int product : Best.of(scores[i], CANDIDATES)) {
                        products.add(product);
                    }
                }
            }
        }

        /** Each model's score as it is and as a share of its best one, and the habits. */
        float[] features(int product) {
            var features = new float[2 * scores.length + Habits.FEATURES];
            for (int i = 0; i < scores.length; i++) {
                float score = scores[i][product];
                features[i] = Float.isFinite(score) ? score : 0;
                features[scores.length + i] =
                        score > 0 && score <= highest[i] ? score / highest[i] : 0;
            }
            habits.describe(product, features, 2 * scores.length);
            return features;
        }
    }

    @Override
    public Source source() {
        return Source.BASKET_NEIGHBOURS;
    }

    @Override
    public String version() {
        return "stack-1("
                + String.join(" + ", models.stream().map(CandidateModel::version).toList())
                + ")";
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        int[][] all = turns.apply(shopper);
        if (all.length == 0) {
            return;
        }
        var candidates = new Candidates(models, shopper, all, scores.length, personal);
        for (int product : candidates.products) {
            scores[product] = ranker.score(candidates.features(product));
        }
    }

    /** The plainest there is: bought before, else bought by those who bought the same, else any. */
    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        return models.stream()
                .sorted(Comparator.comparingInt(model -> plainness(model.source())))
                .map(model -> model.why(shopper, product))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static int plainness(Source source) {
        return source == Source.BOUGHT_BEFORE
                ? 0
                : source == Source.ITEM_NEIGHBOURS ? 1 : source == Source.POPULAR ? 3 : 2;
    }

    /** What the ranker learned from everybody stays until the next training. */
    @Override
    public CandidateModel without(int customer) {
        return new Stack(
                turns,
                models.stream().map(model -> model.without(customer)).toList(),
                ranker,
                personal);
    }
}
