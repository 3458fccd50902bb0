package shopkeeper.learning.recommendation;

import java.util.Arrays;
import shopkeeper.domain.recommendation.Pairs;

/**
 * Products as like each other as their buyers: the squared cosine, where a customer counts less the
 * more they bought. The square keeps what is really alike and drops what merely was in many
 * baskets.
 *
 * <p>Told row by row from who bought what, so that it takes no matrix of its own.
 */
final class Likeness {
    private final Pairs pairs;
    private final Pairs buyers;
    private final int[] products;
    private final int[] rowOf;
    private final float[] own;

    /**
     * @param products those that have a row, in the order of rows
     */
    Likeness(Pairs pairs, int[] products) {
        this.pairs = pairs;
        this.buyers = pairs.turned();
        this.products = products;
        this.rowOf = Together.rowOf(products, pairs.columns());
        this.own = new float[products.length];
        for (int row = 0; row < own.length; row++) {
            for (int cell = buyers.first(products[row]); cell < buyers.end(products[row]); cell++) {
                own[row] += counts(buyers.column(cell));
            }
        }
    }

    /**
     * @param into how like each is to the product of this row, 0 to 1, itself 0; written over
     */
    void row(int row, float[] into) {
        Arrays.fill(into, 0);
        for (int cell = buyers.first(products[row]); cell < buyers.end(products[row]); cell++) {
            int customer = buyers.column(cell);
            float counts = counts(customer);
            for (int also = pairs.first(customer); also < pairs.end(customer); also++) {
                int other = rowOf[pairs.column(also)];
                if (other >= 0) {
                    into[other] += counts;
                }
            }
        }
        for (int other = 0; other < into.length; other++) {
            into[other] *= into[other] / (own[row] * own[other]);
        }
        into[row] = 0;
    }

    private float counts(int customer) {
        return (float) (1.0 / (pairs.end(customer) - pairs.first(customer)));
    }
}
