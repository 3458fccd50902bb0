package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.recommendation.Candidate.Estimate;

/**
 * What several models say of one shopper, brought together: each model's scores as shares of its
 * own best, weighted by its source. The order in which models are given does not matter.
 */
final class Opinions {
    private static final Comparator<CandidateModel> ORDER =
            Comparator.comparing(CandidateModel::source).thenComparing(CandidateModel::version);

    private final List<CandidateModel> models;
    private final String[] versions;
    private final float[][] scores;
    private final double[] best;
    private final List<Handed> handed = new ArrayList<>();

    private record Handed(int model, int from, int to) {}

    Opinions(List<CandidateModel> models, SlatePolicy policy, Shopper shopper, int products) {
        this.models =
                models.stream()
                        .filter(model -> policy.weight(model.source()) > 0)
                        .sorted(ORDER)
                        .toList();
        // Some make their version's text anew each time they are asked.
        versions = this.models.stream().map(CandidateModel::version).toArray(String[]::new);
        scores = new float[versions.length][products];
        best = new double[scores.length];
        for (int m = 0; m < scores.length; m++) {
            this.models.get(m).score(shopper, scores[m]);
            for (int number = 0; number < products; number++) {
                // A model may have lost its mind; nobody else shall.
                if (!(scores[m][number] > 0) || scores[m][number] == Float.POSITIVE_INFINITY) {
                    scores[m][number] = 0;
                } else if (scores[m][number] > best[m]) {
                    best[m] = scores[m][number];
                }
            }
        }
    }

    /** What is said of one is said of the other too, where it is more. */
    boolean hand(int from, int to) {
        boolean said = false;
        for (int m = 0; m < scores.length; m++) {
            float[] one = scores[m];
            said |= one[from] > 0;
            if (one[from] > one[to]) {
                one[to] = one[from];
                handed.add(new Handed(m, from, to));
            }
        }
        return said;
    }

    /** Which product a model spoke of when it spoke for this one. */
    private int meant(int model, int number) {
        int meant = number;
        for (Handed one : handed) {
            meant = one.model == model && one.to == number ? one.from : meant;
        }
        return meant;
    }

    double[] sums(SlatePolicy policy, int products) {
        var sums = new double[products];
        for (int m = 0; m < scores.length; m++) {
            double scale = best[m] == 0 ? 0 : policy.weight(models.get(m).source()) / best[m];
            float[] one = scores[m];
            for (int number = 0; number < products; number++) {
                sums[number] += scale * one[number];
            }
        }
        return sums;
    }

    List<Estimate> of(int number) {
        var estimates = new ArrayList<Estimate>(scores.length);
        for (int m = 0; m < scores.length; m++) {
            if (scores[m][number] > 0) {
                var model = models.get(m);
                estimates.add(
                        new Estimate(model.source(), versions[m], scores[m][number], best[m]));
            }
        }
        return estimates;
    }

    /**
     * What the models that know what is bought together say of what is on the page or in the cart
     * alone, whatever else the shopper did.
     */
    GoingWith goingWith(Shopper shopper, int products) {
        var context = new Shopper(new int[0][], new int[0], shopper.context());
        boolean isAllThereIs = context.equals(shopper);
        var said = new ArrayList<float[]>();
        for (int m = 0; m < scores.length; m++) {
            var model = models.get(m);
            if (Sources.isOfWhatIsBoughtTogether(model.source())) {
                said.add(isAllThereIs ? scores[m] : score(model, context, products));
            }
        }
        return new GoingWith(said);
    }

    private static float[] score(CandidateModel model, Shopper shopper, int products) {
        var scores = new float[products];
        model.score(shopper, scores);
        return scores;
    }

    /** Of the model that gave the estimate. */
    Optional<Why> why(Estimate estimate, Shopper shopper, int number) {
        for (int m = 0; m < versions.length; m++) {
            var model = models.get(m);
            if (model.source() == estimate.source() && versions[m].equals(estimate.version())) {
                var why = model.why(shopper, meant(m, number));
                if (why.isPresent()) {
                    return why;
                }
            }
        }
        return Optional.empty();
    }
}
