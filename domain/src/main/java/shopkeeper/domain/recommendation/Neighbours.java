package shopkeeper.domain.recommendation;

import java.util.Arrays;

/**
 * For each product the nearest others that may speak for it, found by who speaks.
 *
 * <p>Each product hears at most so many others. Were it the other way round, each naming so many,
 * the popular ones would be named by all.
 */
final class Neighbours {
    private final int[] first;
    private final int[] product;
    private final float[] near;

    private Neighbours(int[] first, int[] product, float[] near) {
        this.first = first;
        this.product = product;
        this.near = near;
    }

    /**
     * Cosine over the rows in which both are.
     *
     * @param rows such as customers, with their products as columns
     * @param columns the same turned
     * @param shrink added below the fraction line
     * @param kept how many others a product hears
     */
    static Neighbours cosine(Pairs rows, Pairs columns, double shrink, int kept) {
        int products = columns.rows();
        var heard = new int[products][];
        var strength = new float[products][];
        var together = new float[products];
        for (int one = 0; one < products; one++) {
            Arrays.fill(together, 0);
            for (int cell = columns.first(one); cell < columns.end(one); cell++) {
                int row = columns.column(cell);
                for (int other = rows.first(row); other < rows.end(row); other++) {
                    together[rows.column(other)]++;
                }
            }
            together[one] = 0;
            int mine = columns.end(one) - columns.first(one);
            for (int other = 0; other < products; other++) {
                if (together[other] > 0) {
                    double theirs = columns.end(other) - columns.first(other);
                    together[other] /= (float) (Math.sqrt(mine * theirs) + shrink);
                }
            }
            heard[one] = Best.of(together, kept);
            strength[one] = new float[heard[one].length];
            for (int i = 0; i < heard[one].length; i++) {
                strength[one][i] = together[heard[one][i]];
            }
        }
        return bySpeaker(heard, strength);
    }

    private static Neighbours bySpeaker(int[][] heard, float[][] strength) {
        int[] first = new int[heard.length + 1];
        for (int[] speakers : heard) {
            for (int speaker : speakers) {
                first[speaker + 1]++;
            }
        }
        for (int i = 0; i < heard.length; i++) {
            first[i + 1] += first[i];
        }
        int[] next = first.clone();
        int[] product = new int[first[heard.length]];
        float[] near = new float[product.length];
        for (int one = 0; one < heard.length; one++) {
            for (int i = 0; i < heard[one].length; i++) {
                int to = next[heard[one][i]]++;
                product[to] = one;
                near[to] = strength[one][i];
            }
        }
        return new Neighbours(first, product, near);
    }

    int size() {
        return first.length - 1;
    }

    /** What one product says, so many times. */
    void add(int one, float times, float[] scores) {
        for (int i = first[one]; i < first[one + 1]; i++) {
            if (product[i] < scores.length) {
                scores[product[i]] += times * near[i];
            }
        }
    }

    /** Which of the shopper's products says most for the wanted one, -1 for none. */
    int nearest(int wanted, Shopper shopper) {
        int nearest = -1;
        float best = 0;
        int[] all = shopper.products();
        for (int anchor : all) {
            float one = anchor < size() ? near(anchor, wanted) : 0;
            if (one > best) {
                best = one;
                nearest = anchor;
            }
        }
        return nearest;
    }

    private float near(int one, int wanted) {
        int at = Arrays.binarySearch(product, first[one], first[one + 1], wanted);
        return at < 0 ? 0 : near[at];
    }
}
