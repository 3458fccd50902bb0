package shopkeeper.learning.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;
import shopkeeper.learning.algebra.Rows;

/** One weight for each pair of products: how much having one speaks for the other. */
final class PairWeights implements CandidateModel {
    private final Source source;
    private final String version;
    private final int[] productOf;
    private final int[] rowOf;
    private final float[][] weights;

    /** weights[i][j] of rows i, j is what having i says for j. */
    PairWeights(Source source, String version, int products, int[] productOf, float[][] weights) {
        this.source = source;
        this.version = version;
        this.productOf = productOf;
        this.weights = weights;
        this.rowOf = Together.rowOf(productOf, products);
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        var sums = new float[productOf.length];
        for (int row : rows(shopper)) {
            Rows.add(sums, 1, weights[row], 0, sums.length);
        }
        Arrays.fill(scores, 0);
        for (int row = 0; row < sums.length; row++) {
            if (productOf[row] < scores.length) {
                scores[productOf[row]] = sums[row];
            }
        }
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        if (product < 0 || product >= rowOf.length || rowOf[product] < 0) {
            return Optional.empty();
        }
        int[] history = rows(shopper);
        var share = new float[history.length];
        for (int i = 0; i < history.length; i++) {
            share[i] = weights[history[i]][rowOf[product]];
        }
        List<Integer> with =
                Arrays.stream(History.strongest(history, share))
                        .mapToObj(row -> productOf[row])
                        .toList();
        return with.isEmpty() ? Optional.empty() : Optional.of(new Why("CO_PURCHASED", 0, 0, with));
    }

    private int[] rows(Shopper shopper) {
        return Arrays.stream(History.of(shopper, rowOf.length))
                .map(product -> rowOf[product])
                .filter(row -> row >= 0)
                .toArray();
    }

    float weight(int of, int on) {
        return weights[rowOf[of]][rowOf[on]];
    }
}
