package shopkeeper.learning.recommendation;

import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.domain.recommendation.Source;

/**
 * Products as like each other as their buyers: the squared cosine, where a customer counts less the
 * more they bought. The square keeps what is really alike and drops what merely was in many
 * baskets.
 */
final class LikenessTraining {
    private LikenessTraining() {}

    /** Of the most bought products so many. */
    static PairWeights train(Pairs pairs, int most) {
        var together = new Together(pairs, most);
        float[][] matrix = together.sums(bought -> 1.0 / bought);
        var own = new float[matrix.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = matrix[i][i];
            matrix[i][i] = 0;
        }
        for (int i = 0; i < own.length; i++) {
            for (int j = i + 1; j < own.length; j++) {
                matrix[i][j] *= matrix[i][j] / (own[i] * own[j]);
                matrix[j][i] = matrix[i][j];
            }
        }
        return new PairWeights(
                Source.ITEM_NEIGHBOURS,
                "likeness-1/%d products,%d customers,%d pairs"
                        .formatted(own.length, pairs.rows(), pairs.size()),
                pairs.columns(),
                together.products(),
                matrix);
    }
}
