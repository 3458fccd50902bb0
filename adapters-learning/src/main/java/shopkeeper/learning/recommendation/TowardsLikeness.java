package shopkeeper.learning.recommendation;

import java.util.Arrays;
import java.util.stream.IntStream;
import shopkeeper.learning.algebra.Crew;
import shopkeeper.learning.algebra.Rows;

/**
 * EASE whose weights B are drawn to K, how like products are, instead of to nothing: what minimizes
 * |X - XB|² + l2 |B - K|² without weights of products for themselves. With P = (XᵀX + l2 I)⁻¹ and Q
 * = l2 P K that is B[i][j] = Q[i][j] - P[i][j] (1 + Q[j][j]) / P[j][j].
 *
 * <p>B is written over P, a block of rows after the other: all that it takes besides is such a
 * block. Likeness is told anew for each.
 */
final class TowardsLikeness {
    /** Rows written at a time. */
    private static final int BLOCK = 1024;

    /** Rows of likeness told at a time, and columns of a tile: both stay in the near memory. */
    private static final int TOLD = 64;

    private static final int TILE = 512;

    /** Rows that one of the crew takes at a time. */
    private static final int PIECE = 32;

    private final Likeness likeness;
    private final Crew crew;
    private final float[][] p;
    private final int n;
    private final float[][] told;
    private final float[][] drawn;

    private TowardsLikeness(float[][] inverse, Likeness likeness, Crew crew) {
        this.likeness = likeness;
        this.crew = crew;
        this.p = inverse;
        this.n = inverse.length;
        this.told = new float[Math.min(TOLD, n)][n];
        this.drawn = new float[Math.min(BLOCK, n)][n];
    }

    /**
     * Turns the inverse P into the weights B.
     *
     * @param l2 what stands on the diagonal of what was inverted beside the purchases
     * @param share what the weights that are drawn to sum up to for a product, in the middle
     */
    static void inPlace(float[][] inverse, Likeness likeness, double l2, double share, Crew crew) {
        if (inverse.length > 0) {
            new TowardsLikeness(inverse, likeness, crew).weights(l2 * share);
        }
    }

    private void weights(double cost) {
        var diagonal = new float[n];
        var own = new float[n];
        var sums = new double[n];
        for (int from = 0; from < n; from += TOLD) {
            int first = from;
            tell(from);
            crew.share(
                    Math.min(TOLD, n - from),
                    piece -> {
                        int row = first + piece;
                        diagonal[row] = p[row][row];
                        own[row] = dot(p[row], told[piece]);
                        sums[row] = sum(told[piece]);
                    });
        }
        double all = Arrays.stream(sums).sum();
        float times = all > 0 ? (float) (cost * n / all) : 0;
        var explained = new float[n];
        for (int j = 0; j < n; j++) {
            explained[j] = (1 + times * own[j]) / diagonal[j];
        }
        for (int from = 0; from < n; from += BLOCK) {
            write(from, Math.min(from + BLOCK, n), times, explained);
        }
    }

    private void write(int from, int to, float times, float[] explained) {
        for (float[] row : drawn) {
            Arrays.fill(row, 0);
        }
        for (int with = 0; with < n; with += TOLD) {
            tell(with);
            draw(from, to, with, Math.min(TOLD, n - with));
        }
        crew.share(
                to - from,
                piece -> {
                    float[] row = p[from + piece];
                    for (int j = 0; j < n; j++) {
                        row[j] = times * drawn[piece][j] - row[j] * explained[j];
                    }
                    row[from + piece] = 0;
                });
    }

    private void tell(int from) {
        crew.share(Math.min(TOLD, n - from), piece -> likeness.row(from + piece, told[piece]));
    }

    /** What products of likeness told from here on add to this block of P K. */
    private void draw(int from, int to, int with, int count) {
        var factors = new float[count][to - from];
        for (int i = from; i < to; i++) {
            for (int k = 0; k < count; k++) {
                factors[k][i - from] = p[i][with + k];
            }
        }
        crew.share(
                (to - from + PIECE - 1) / PIECE,
                piece -> {
                    int first = piece * PIECE;
                    int end = Math.min(first + PIECE, to - from);
                    for (int left = 0; left < n; left += TILE) {
                        int right = Math.min(left + TILE, n);
                        Rows.addProducts(drawn, first, end, factors, told, 0, count, left, right);
                    }
                });
    }

    private static float dot(float[] a, float[] b) {
        return (float) IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
    }

    private static double sum(float[] row) {
        double sum = 0;
        for (float each : row) {
            sum += each;
        }
        return sum;
    }
}
