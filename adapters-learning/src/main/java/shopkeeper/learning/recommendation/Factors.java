package shopkeeper.learning.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;
import shopkeeper.learning.algebra.Cholesky;
import shopkeeper.learning.algebra.Rows;

/**
 * Products as points. No customer is kept: each shopper, known, new or nameless, is placed by what
 * they have at the moment they are asked about, in one solved system (fold-in), so that nobody who
 * left can be served from here.
 */
final class Factors implements CandidateModel {
    /** Products scored together: their sums stay in the near memory. */
    private static final int TILE = 4096;

    private final String version;
    private final FactorSettings settings;
    private final float[][] products;
    private final float[][] together;

    /** The same points by dimension, for the one loop over all of them. */
    private final float[][] dimensions;

    Factors(String version, FactorSettings settings, float[][] products, float[][] together) {
        this.version = version;
        this.settings = settings;
        this.products = products;
        this.together = together;
        this.dimensions = new float[settings.dimensions()][products.length];
        for (int product = 0; product < products.length; product++) {
            for (int r = 0; r < dimensions.length; r++) {
                dimensions[r][product] = products[product][r];
            }
        }
    }

    @Override
    public Source source() {
        return Source.FACTORS;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        int[] history = History.of(shopper, products.length);
        if (history.length == 0) {
            return;
        }
        float[] point = fold(history);
        int end = Math.min(scores.length, products.length);
        for (int from = 0; from < end; from += TILE) {
            Rows.combine(scores, point, dimensions, from, Math.min(end, from + TILE));
        }
    }

    /** Where somebody stands who has these products. */
    float[] fold(int[] history) {
        double[] point = new double[dimensions.length];
        for (int product : history) {
            for (int r = 0; r < point.length; r++) {
                point[r] += products[product][r];
            }
        }
        system(history).solve(point);
        var folded = new float[point.length];
        for (int r = 0; r < folded.length; r++) {
            folded[r] = (float) point[r];
        }
        return folded;
    }

    private Cholesky system(int[] history) {
        int n = dimensions.length;
        var bought = new float[history.length][];
        for (int k = 0; k < history.length; k++) {
            bought[k] = products[history[k]];
        }
        var sums = new float[n][n];
        Rows.addProducts(sums, 0, n, bought, bought, 0, bought.length, 0, n);
        var system = new double[n][n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c <= r; c++) {
                system[r][c] = settings.absence() * together[r][c] + sums[r][c];
            }
            system[r][r] += settings.costOf(history.length);
        }
        return Cholesky.of(system);
    }

    /** A score is a sum over what the shopper has: the largest parts are the reason. */
    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        int[] history = History.of(shopper, products.length);
        if (product < 0 || product >= products.length || history.length == 0) {
            return Optional.empty();
        }
        var towards = new double[dimensions.length];
        for (int r = 0; r < towards.length; r++) {
            towards[r] = products[product][r];
        }
        system(history).solve(towards);
        var share = new float[history.length];
        for (int k = 0; k < history.length; k++) {
            for (int r = 0; r < towards.length && history[k] != product; r++) {
                share[k] += (float) (towards[r] * products[history[k]][r]);
            }
        }
        List<Integer> with = Arrays.stream(History.strongest(history, share)).boxed().toList();
        return with.isEmpty() ? Optional.empty() : Optional.of(new Why("CO_PURCHASED", 0, 0, with));
    }

    float[][] points() {
        return products;
    }

    float[][] sums() {
        return together;
    }
}
