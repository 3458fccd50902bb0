package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import shopkeeper.domain.recommendation.HeldOut.Example;

/**
 * Stacking (Wolpert, Stacked Generalization, 1992): what several models say of a candidate, and how
 * this customer buys, are put together by a ranker that has seen what held-out customers did next.
 * Only the best candidates of each model are ranked; of all others, and of whoever bought nothing
 * yet, it knows nothing.
 */
final class Stack implements CandidateModel {
    /** Of each model. */
    private static final int CANDIDATES = 30;

    private final List<CandidateModel> models;
    private final Ranker ranker;

    /**
     * @param ranker trained on these models' {@link #before candidates}, or on those of the same
     *     models trained on less
     */
    Stack(List<CandidateModel> models, Ranker ranker) {
        this.models = List.copyOf(models);
        this.ranker = ranker;
    }

    /** What a ranker of these models learns from. */
    static RankedBefore before(List<CandidateModel> models, List<Example> held, int products) {
        var before = new RankedBefore();
        for (var example : held) {
            var candidates = new Candidates(models, example.before(), products);
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

        Candidates(List<CandidateModel> models, Shopper shopper, int known) {
            scores = new float[models.size()][known];
            highest = new float[models.size()];
            habits = new Habits(shopper);
            for (int i = 0; i < scores.length; i++) {
                models.get(i).score(shopper, scores[i]);
                highest[i] = Blend.highest(scores[i]);
                for (int product : Best.of(scores[i], CANDIDATES)) {
                    products.add(product);
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
        if (shopper.baskets().length == 0) {
            return;
        }
        var candidates = new Candidates(models, shopper, scores.length);
        for (int product : candidates.products) {
            scores[product] = ranker.score(candidates.features(product));
        }
    }

    /** Of the first model that has a reason. */
    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        return models.stream()
                .map(model -> model.why(shopper, product))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public CandidateModel without(int customer) {
        return new Stack(models.stream().map(model -> model.without(customer)).toList(), ranker);
    }
}
