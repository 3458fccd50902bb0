package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shopkeeper.domain.recommendation.HeldOut.Example;

/**
 * Finds how much each model counts, from what held-out customers did next: weights are moved one by
 * one along fixed steps as long as the ranking becomes better.
 */
public final class BlendFit {
    private static final double[] STEPS = {0, .02, .05, .1, .2, .35, .6, 1, 1.6, 2.5};
    private static final int ROUNDS = 4;

    private final List<CandidateModel> models;
    private final Aim aim;
    private final List<Question> questions = new ArrayList<>();

    /** One held-out customer: candidates, their scores by each model, and which of them came. */
    private record Question(List<Integer> candidates, List<Column> columns, Set<Integer> came) {}

    /** One model's scores of the candidates, 0 to 1. */
    private static final class Column {
        private final float[] scores;

        Column(float[] scores) {
            this.scores = scores;
        }
    }

    public BlendFit(List<CandidateModel> models, Aim aim) {
        this.models = List.copyOf(models);
        this.aim = aim;
    }

    /**
     * Adds a held-out customer; where only new products count, none that they have is a candidate.
     */
    public void hold(Example example, int products) {
        var owned = new HashSet<Integer>();
        if (aim == Aim.NEW_ITEMS) {
            for (int[] basket : example.before().baskets()) {
                Arrays.stream(basket).forEach(owned::add);
            }
        }
        var scores = new float[models.size()][products];
        var candidates = new HashSet<Integer>();
        for (int i = 0; i < models.size(); i++) {
            models.get(i).score(example.before(), scores[i]);
            for (int product : owned) {
                scores[i][product] = 0;
            }
            for (int product : Best.of(scores[i], 2 * aim.depth())) {
                candidates.add(product);
            }
        }
        var sorted = candidates.stream().sorted().toList();
        var columns = new ArrayList<Column>();
        for (int i = 0; i < models.size(); i++) {
            float highest = Blend.highest(scores[i]);
            var column = new float[sorted.size()];
            for (int j = 0; j < column.length; j++) {
                float score = scores[i][sorted.get(j)];
                column[j] = score > 0 && score <= highest ? score / highest : 0;
            }
            columns.add(new Column(column));
        }
        questions.add(new Question(sorted, columns, example.came()));
    }

    /** One weight for each model, in their order. */
    public double[] fit() {
        return questions.isEmpty() ? alike() : better(alone());
    }

    /** Nothing was held out, so nothing speaks for one rather than another. */
    private double[] alike() {
        double[] weights = new double[models.size()];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** How good one model is by itself. */
    double alone(int model) {
        double[] one = new double[models.size()];
        one[model] = 1;
        return value(one);
    }

    /** The model that does best alone begins. */
    private double[] alone() {
        double[] best = new double[models.size()];
        double reached = -1;
        for (int i = 0; i < models.size(); i++) {
            double[] one = new double[models.size()];
            one[i] = 1;
            double value = value(one);
            if (value > reached) {
                reached = value;
                best = one;
            }
        }
        return best;
    }

    private double[] better(double[] from) {
        double[] weights = from.clone();
        double[] reached = values(weights);
        boolean moved = true;
        for (int round = 0; round < ROUNDS && moved; round++) {
            moved = false;
            for (int i = 0; i < weights.length; i++) {
                double kept = weights[i];
                for (double step : STEPS) {
                    weights[i] = step;
                    double[] values = values(weights);
                    if (isWorthIt(reached, values)) {
                        reached = values;
                        kept = step;
                        moved = true;
                    }
                }
                weights[i] = kept;
            }
        }
        return weights;
    }

    /**
     * Whether the same examples are better on average by more than the standard error of the
     * difference: what few of them gain by chance moves nothing.
     */
    private static boolean isWorthIt(double[] before, double[] after) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            double more = after[i] - before[i];
            sum += more;
            squares += more * more;
        }
        double n = before.length;
        return sum > Math.sqrt(Math.max(0, squares - sum * sum / n));
    }

    /** How good the ranking is with these weights, over all examples. */
    double value(double[] weights) {
        return Arrays.stream(values(weights)).sum() / Math.max(1, questions.size());
    }

    private double[] values(double[] weights) {
        return questions.stream().mapToDouble(one -> value(one, weights)).toArray();
    }

    private double value(Question question, double[] weights) {
        var scores = new float[question.candidates().size()];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                float times = (float) weights[i];
                float[] of = question.columns().get(i).scores;
                for (int j = 0; j < scores.length; j++) {
                    scores[j] += times * of[j];
                }
            }
        }
        int[] ranked = Best.of(scores, aim.depth());
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = question.candidates().get(ranked[i]);
        }
        return aim.of(ranked, question.came());
    }
}
