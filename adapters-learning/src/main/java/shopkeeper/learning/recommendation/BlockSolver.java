package shopkeeper.learning.recommendation;

import java.util.Arrays;

/**
 * Moves one point to where it explains its purchases better, a few dimensions at a time, each time
 * to the very best place for these (iALS++: Rendle, Krichene, Zhang, Koren, 2021). One thread uses
 * it for one point after the other.
 */
final class BlockSolver {
    private final FactorSettings settings;
    private final float[][] others;
    private final float[][] together;
    private final float[] slope;
    private final float[][] curve;
    private float[][] bought = new float[64][];
    private float[] predicted = new float[64];

    /**
     * @param others the points of the other side
     * @param together the sum of their products with themselves
     */
    BlockSolver(FactorSettings settings, float[][] others, float[][] together) {
        this.settings = settings;
        this.others = others;
        this.together = together;
        this.slope = new float[settings.block()];
        this.curve = new float[settings.block()][settings.block()];
    }

    /** The point is of somebody whose pairs with the others are these. */
    void move(float[] point, int[] columns) {
        int size = columns.length;
        if (size == 0) {
            // Exactly in the middle: whoever has nothing knows nothing.
            Arrays.fill(point, 0);
            return;
        }
        if (bought.length < size) {
            bought = new float[Math.max(size, 2 * bought.length)][];
            predicted = new float[bought.length];
        }
        for (int k = 0; k < size; k++) {
            bought[k] = others[columns[k]];
            predicted[k] = dot(point, bought[k]);
        }
        for (int from = 0; from < settings.dimensions(); from += settings.block()) {
            moveWithin(point, from, size);
        }
    }

    private void moveWithin(float[] point, int from, int size) {
        begin(point, from, (float) settings.costOf(size));
        for (int k = 0; k < size; k++) {
            add(bought[k], from, predicted[k] - 1);
        }
        solve();
        for (int r = 0; r < slope.length; r++) {
            point[from + r] -= slope[r];
        }
        for (int k = 0; k < size; k++) {
            float[] other = bought[k];
            float change = 0;
            for (int r = 0; r < slope.length; r++) {
                change += slope[r] * other[from + r];
            }
            predicted[k] -= change;
        }
    }

    /** What everything that was not bought and the regularisation say. */
    private void begin(float[] point, int from, float cost) {
        var absence = (float) settings.absence();
        for (int r = 0; r < slope.length; r++) {
            float[] row = together[from + r];
            slope[r] = absence * dot(row, point) + cost * point[from + r];
            for (int c = 0; c <= r; c++) {
                curve[r][c] = absence * row[from + c];
            }
            curve[r][r] += cost;
        }
    }

    private void add(float[] other, int from, float error) {
        for (int r = 0; r < slope.length; r++) {
            float x = other[from + r];
            float[] row = curve[r];
            slope[r] += error * x;
            for (int c = 0; c <= r; c++) {
                row[c] += x * other[from + c];
            }
        }
    }

    /** The slope becomes the step: Cholesky's way, in place. */
    private void solve() {
        int n = slope.length;
        for (int i = 0; i < n; i++) {
            float[] row = curve[i];
            for (int j = 0; j <= i; j++) {
                float sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * curve[j][k];
                }
                row[j] = i == j ? (float) Math.sqrt(sum) : sum / curve[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            float sum = slope[i];
            for (int k = 0; k < i; k++) {
                sum -= curve[i][k] * slope[k];
            }
            slope[i] = sum / curve[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            slope[i] /= curve[i][i];
            for (int k = 0; k < i; k++) {
                slope[k] -= curve[i][k] * slope[i];
            }
        }
    }

    /** In four sums: one alone would wait for itself. */
    static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 4 <= a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
