package shopkeeper.learning.recommendation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.learning.algebra.Crew;
import shopkeeper.learning.algebra.Inverse;

/**
 * EASE in closed form: P = (XᵀX + l2 I)⁻¹, and the weight of i for j is -P[i][j] / P[j][j]. What is
 * bought again counts once: counts, their logarithms and roots were all less accurate.
 */
final class EaseTraining {
    private final EaseSettings settings;
    private final Crew crew;

    EaseTraining(EaseSettings settings, Crew crew) {
        this.settings = settings;
        this.crew = crew;
    }

    Ease train(Pairs pairs) {
        int[] products = mostBought(pairs);
        double[] damping = damping(pairs, products);
        float[][] matrix = together(pairs, products);
        double l2 = settings.l2() * remaining(matrix, damping);
        for (int i = 0; i < products.length; i++) {
            for (int j = i; j < products.length; j++) {
                matrix[i][j] *= (float) (damping[i] * damping[j]);
            }
            matrix[i][i] += (float) l2;
        }
        Inverse.inPlace(matrix, crew);
        toWeights(matrix, damping);
        return new Ease(version(pairs, products), pairs.columns(), products, matrix);
    }

    private int[] mostBought(Pairs pairs) {
        Pairs byProduct = pairs.turned();
        return IntStream.range(0, byProduct.rows())
                .filter(product -> buyers(byProduct, product) > 0)
                .boxed()
                .sorted(Comparator.comparingInt(product -> -buyers(byProduct, product)))
                .limit(settings.products())
                .mapToInt(product -> product)
                .sorted()
                .toArray();
    }

    private static int buyers(Pairs byProduct, int product) {
        return byProduct.end(product) - byProduct.first(product);
    }

    /** How many customers bought both, in the upper triangle. */
    private static float[][] together(Pairs pairs, int[] products) {
        int[] rowOf = rowOf(pairs, products);
        var matrix = new float[products.length][products.length];
        var rows = new int[products.length];
        for (int customer = 0; customer < pairs.rows(); customer++) {
            int known = 0;
            for (int cell = pairs.first(customer); cell < pairs.end(customer); cell++) {
                int row = rowOf[pairs.column(cell)];
                if (row >= 0) {
                    rows[known++] = row;
                }
            }
            for (int i = 0; i < known; i++) {
                float[] row = matrix[rows[i]];
                for (int j = i; j < known; j++) {
                    row[rows[j]]++;
                }
            }
        }
        return matrix;
    }

    private static int[] rowOf(Pairs pairs, int[] products) {
        var rowOf = new int[pairs.columns()];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < products.length; row++) {
            rowOf[products[row]] = row;
        }
        return rowOf;
    }

    /** What a product counts for: the power of how many bought it, 1 for all where it is 0. */
    private double[] damping(Pairs pairs, int[] products) {
        Pairs byProduct = pairs.turned();
        return Arrays.stream(products)
                .mapToDouble(product -> Math.pow(buyers(byProduct, product), -settings.damping()))
                .toArray();
    }

    /** Row i is multiplied by what i counts for, so that shoppers are summed up without it. */
    private void toWeights(float[][] inverse, double[] damping) {
        var diagonal = new float[inverse.length];
        for (int j = 0; j < diagonal.length; j++) {
            diagonal[j] = inverse[j][j];
        }
        for (int i = 0; i < diagonal.length; i++) {
            float[] row = inverse[i];
            for (int j = 0; j < diagonal.length; j++) {
                row[j] = (float) (-damping[i] * row[j] / diagonal[j]);
            }
            row[i] = 0;
        }
    }

    /** How much of all purchases is left after damping, so that l2 means the same with it. */
    private static double remaining(float[][] together, double[] damping) {
        double before = 0;
        double after = 0;
        for (int i = 0; i < together.length; i++) {
            before += together[i][i];
            after += together[i][i] * damping[i] * damping[i];
        }
        return before == 0 ? 1 : after / before;
    }

    private String version(Pairs pairs, int[] products) {
        return "ease l2=%s damping=%s products=%d customers=%d pairs=%d"
                .formatted(
                        settings.l2(),
                        settings.damping(),
                        products.length,
                        pairs.rows(),
                        pairs.size());
    }
}
