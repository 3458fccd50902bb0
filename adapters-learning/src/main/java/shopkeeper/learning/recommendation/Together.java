package shopkeeper.learning.recommendation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import shopkeeper.domain.recommendation.Pairs;

/** What is bought by the same customers: products get rows, and rows their sums with each other. */
final class Together {
    private final Pairs pairs;
    private final int[] products;
    private final int[] buyers;

    /** Of the most bought products so many. */
    Together(Pairs pairs, int most) {
        var count = new int[pairs.columns()];
        for (int cell = 0; cell < pairs.size(); cell++) {
            count[pairs.column(cell)]++;
        }
        this.pairs = pairs;
        this.products =
                IntStream.range(0, count.length)
                        .filter(product -> count[product] > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(product -> -count[product]))
                        .limit(most)
                        .mapToInt(product -> product)
                        .sorted()
                        .toArray();
        this.buyers = Arrays.stream(products).map(product -> count[product]).toArray();
    }

    /** The product of each row. */
    int[] products() {
        return products;
    }

    /** Who bought the product of each row. */
    int[] buyers() {
        return buyers;
    }

    /**
     * How many customers bought both, in the upper triangle.
     *
     * @param counts what a customer counts for who bought so many products
     */
    float[][] sums(IntToDoubleFunction counts) {
        int[] rowOf = rowOf(products, pairs.columns());
        var sums = new float[products.length][products.length];
        var rows = new int[products.length];
        for (int customer = 0; customer < pairs.rows(); customer++) {
            int known = 0;
            for (int cell = pairs.first(customer); cell < pairs.end(customer); cell++) {
                int row = rowOf[pairs.column(cell)];
                if (row >= 0) {
                    rows[known++] = row;
                }
            }
            add(
                    sums,
                    rows,
                    known,
                    (float) counts.applyAsDouble(pairs.end(customer) - pairs.first(customer)));
        }
        return sums;
    }

    private static void add(float[][] sums, int[] rows, int known, float each) {
        for (int i = 0; i < known; i++) {
            float[] row = sums[rows[i]];
            for (int j = i; j < known; j++) {
                row[rows[j]] += each;
            }
        }
    }

    /**
     * @param products the product of each row
     * @param all how many products there are
     * @return the row of each product, -1 where it has none
     */
    static int[] rowOf(int[] products, int all) {
        var rowOf = new int[all];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < products.length; row++) {
            rowOf[products[row]] = row;
        }
        return rowOf;
    }
}
