package shopkeeper.learning.recommendation;

import java.util.Arrays;
import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.learning.algebra.Crew;
import shopkeeper.learning.algebra.Inverse;
import shopkeeper.learning.algebra.Rows;

/**
 * EASE in closed form (Steck, Embarrassingly Shallow Autoencoders for Sparse Data, 2019): P = (XᵀX
 * + l2 I)⁻¹, and what i says for j, when all others are known too, is -P[i][j] / P[j][j]. What is
 * bought again counts once: counts, their logarithms and roots were all less accurate. Whoever buys
 * much, as resellers do, says less with each purchase. Weights cost nothing, if so set, where they
 * are as products are alike ({@link TowardsLikeness}).
 */
final class EaseTraining {
    private final EaseSettings settings;
    private final Crew crew;

    EaseTraining(EaseSettings settings, Crew crew) {
        this.settings = settings;
        this.crew = crew;
    }

    PairWeights train(Pairs pairs) {
        var together = new Together(pairs, settings.products());
        double[] damping =
                Arrays.stream(together.buyers())
                        .mapToDouble(buyers -> Math.pow(buyers, -settings.damping()))
                        .toArray();
        float[][] matrix = together.sums(bought -> Math.pow(bought, -settings.activity()));
        double l2 = settings.l2() * remaining(matrix, damping, together.buyers());
        for (int i = 0; i < damping.length; i++) {
            for (int j = i; j < damping.length; j++) {
                matrix[i][j] *= (float) (damping[i] * damping[j]);
            }
            matrix[i][i] += (float) l2;
        }
        Inverse.inPlace(matrix, crew);
        if (settings.likeness() > 0) {
            var likeness = new Likeness(pairs, together.products());
            TowardsLikeness.inPlace(matrix, likeness, l2, settings.likeness(), crew);
        } else {
            toWeights(matrix);
        }
        for (int i = 0; i < damping.length; i++) {
            // Shoppers are summed up without it, so each row takes what its product counts for.
            Rows.scale(matrix[i], (float) damping[i], 0, damping.length);
        }
        return new PairWeights(
                Source.MATRIX,
                version(pairs, damping.length),
                pairs.columns(),
                together.products(),
                matrix);
    }

    /**
     * How much of all purchases is left after damping and where those who buy much count for less,
     * so that l2 means the same with them.
     */
    private static double remaining(float[][] together, double[] damping, int[] buyers) {
        double before = 0;
        double after = 0;
        for (int i = 0; i < together.length; i++) {
            before += buyers[i];
            after += together[i][i] * damping[i] * damping[i];
        }
        return before == 0 ? 1 : after / before;
    }

    private static void toWeights(float[][] inverse) {
        var diagonal = new float[inverse.length];
        for (int j = 0; j < diagonal.length; j++) {
            diagonal[j] = inverse[j][j];
        }
        for (int i = 0; i < diagonal.length; i++) {
            float[] row = inverse[i];
            for (int j = 0; j < diagonal.length; j++) {
                row[j] = -row[j] / diagonal[j];
            }
            row[i] = 0;
        }
    }

    private String version(Pairs pairs, int products) {
        return "ease-2/l2=%s,damping=%s,activity=%s,likeness=%s/%d products,%d customers,%d pairs"
                .formatted(
                        settings.l2(),
                        settings.damping(),
                        settings.activity(),
                        settings.likeness(),
                        products,
                        pairs.rows(),
                        pairs.size());
    }
}
