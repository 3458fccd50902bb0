package shopkeeper.learning.ranking;

import java.util.Arrays;
import shopkeeper.domain.recommendation.RankedBefore;

/**
 * Each feature cut into a few steps of about as many candidates each, and finer at its upper end,
 * where those are that come.
 */
final class Bins {
    private static final double[] SHARES = shares();

    /** More than there are steps of any feature. */
    static final int MOST = SHARES.length + 1;

    /** By feature, ascending: a value belongs to as many steps as it reaches. */
    private final float[][] cuts;

    /** By feature and candidate. */
    private final byte[][] step;

    Bins(RankedBefore candidates) {
        cuts = new float[candidates.width()][];
        step = new byte[candidates.width()][candidates.size()];
        var values = new float[candidates.size()];
        for (int feature = 0; feature < cuts.length; feature++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = candidates.feature(i, feature);
            }
            cuts[feature] = cuts(values);
            for (int i = 0; i < values.length; i++) {
                step[feature][i] = (byte) reached(values[i], cuts[feature]);
            }
        }
    }

    private static double[] shares() {
        double[] shares = new double[36];
        for (int i = 0; i < 31; i++) {
            shares[i] = (i + 1) / 32.0;
        }
        System.arraycopy(new double[] {.985, .99, .995, .998, .999}, 0, shares, 31, 5);
        return shares;
    }

    private static float[] cuts(float[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var cuts = new float[SHARES.length];
        int size = 0;
        for (double share : SHARES) {
            float cut = sorted[(int) (sorted.length * share)];
            if (size == 0 || cut > cuts[size - 1]) {
                cuts[size++] = cut;
            }
        }
        return Arrays.copyOf(cuts, size);
    }

    private static int reached(float value, float[] cuts) {
        int reached = 0;
        while (reached < cuts.length && value >= cuts[reached]) {
            reached++;
        }
        return reached;
    }

    int features() {
        return cuts.length;
    }

    /** How many steps a feature has beyond the lowest. */
    int cuts(int feature) {
        return cuts[feature].length;
    }

    float cut(int feature, int number) {
        return cuts[feature][number];
    }

    byte[] steps(int feature) {
        return step[feature];
    }
}
