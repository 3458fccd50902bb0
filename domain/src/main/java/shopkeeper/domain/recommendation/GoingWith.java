package shopkeeper.domain.recommendation;

import java.util.BitSet;
import java.util.List;

/**
 * What goes with what is on the page or in the cart, to the mind of any model that knows what is
 * bought together. Asked product by product: few of them come near a slate.
 */
final class GoingWith {
    /** Of the best that goes with the cart: what goes with it less does not, to anybody's mind. */
    private static final double WORTH_TELLING = 0.05;

    private final float[][] scores;
    private final double[] least;
    private final BitSet also = new BitSet();

    /**
     * @param scores of each such model, for the page and the cart alone
     */
    GoingWith(List<float[]> scores) {
        this.scores = scores.toArray(float[][]::new);
        least = scores.stream().mapToDouble(said -> WORTH_TELLING * Blend.highest(said)).toArray();
    }

    boolean goes(int number) {
        if (also.get(number)) {
            return true;
        }
        for (int m = 0; m < scores.length; m++) {
            float said = scores[m][number];
            if (said > 0 && said >= least[m]) {
                return true;
            }
        }
        return false;
    }

    /** What takes the place of something that goes with them goes with them. */
    void replaces(int number, int old) {
        if (goes(old)) {
            also.set(number);
        }
    }
}
