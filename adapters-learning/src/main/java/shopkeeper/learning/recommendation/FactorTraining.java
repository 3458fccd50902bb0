package shopkeeper.learning.recommendation;

import java.util.SplittableRandom;
import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.learning.algebra.Crew;
import shopkeeper.learning.algebra.Rows;

/**
 * Implicit ALS (Hu, Koren, Volinsky 2008, with the loss and the frequency-scaled regularisation of
 * Rendle and others, 2021): customers and products become points so that their products are near 1
 * where a customer bought, near 0 elsewhere. Each round costs in proportion to the pairs.
 */
final class FactorTraining {
    /** Points that one of the crew takes at a time, and that are summed up together. */
    private static final int PIECE = 256;

    private final FactorSettings settings;
    private final Crew crew;
    private final Pairs byCustomer;
    private final Pairs byProduct;
    private final float[][] customers;
    private final float[][] products;

    FactorTraining(FactorSettings settings, Crew crew, Pairs pairs) {
        this.settings = settings;
        this.crew = crew;
        this.byCustomer = pairs;
        this.byProduct = pairs.turned();
        this.customers = new float[pairs.rows()][settings.dimensions()];
        this.products = scattered();
    }

    static Factors train(FactorSettings settings, Crew crew, Pairs pairs) {
        var training = new FactorTraining(settings, crew, pairs);
        for (int round = 0; round < settings.rounds(); round++) {
            training.round();
        }
        return training.result();
    }

    /** Customers start in the middle: their first move finds the products where chance put them. */
    private float[][] scattered() {
        var points = new float[byProduct.rows()][settings.dimensions()];
        double width = 0.1 / Math.sqrt(settings.dimensions());
        var random = new SplittableRandom(settings.seed());
        for (int product = 0; product < points.length; product++) {
            for (int r = 0; r < settings.dimensions(); r++) {
                points[product][r] = (float) (width * random.nextGaussian());
            }
        }
        return points;
    }

    void round() {
        move(customers, byCustomer, products);
        move(products, byProduct, customers);
    }

    private void move(float[][] points, Pairs pairs, float[][] others) {
        float[][] together = together(others);
        crew.share(
                (points.length + PIECE - 1) / PIECE,
                piece -> {
                    var solver = new BlockSolver(settings, others, together);
                    int end = Math.min(points.length, (piece + 1) * PIECE);
                    for (int i = piece * PIECE; i < end; i++) {
                        solver.move(points[i], pairs.row(i));
                    }
                });
    }

    /** The sum of the products of all points with themselves, added up in the same order always. */
    float[][] together(float[][] points) {
        int n = settings.dimensions();
        var sums = new float[(points.length + 16 * PIECE - 1) / (16 * PIECE)][][];
        crew.share(
                sums.length,
                piece -> {
                    var sum = new float[n][n];
                    int from = piece * 16 * PIECE;
                    int to = Math.min(points.length, from + 16 * PIECE);
                    Rows.addProducts(sum, 0, n, points, points, from, to, 0, n);
                    sums[piece] = sum;
                });
        var all = new float[n][n];
        for (float[][] sum : sums) {
            for (int r = 0; r < n; r++) {
                Rows.add(all[r], 1, sum[r], 0, n);
            }
        }
        return all;
    }

    /** What training makes smaller with every round. */
    double loss() {
        double loss = 0;
        for (int customer = 0; customer < customers.length; customer++) {
            for (int product : byCustomer.row(customer)) {
                double error = 1 - BlockSolver.dot(customers[customer], products[product]);
                loss += error * error;
            }
        }
        float[][] people = together(customers);
        float[][] things = together(products);
        for (int r = 0; r < settings.dimensions(); r++) {
            for (int c = 0; c < settings.dimensions(); c++) {
                loss += settings.absence() * people[r][c] * things[r][c];
            }
        }
        return loss + cost(customers, byCustomer) + cost(products, byProduct);
    }

    private double cost(float[][] points, Pairs pairs) {
        double cost = 0;
        for (int i = 0; i < points.length; i++) {
            cost += settings.costOf(pairs.row(i).length) * BlockSolver.dot(points[i], points[i]);
        }
        return cost;
    }

    Factors result() {
        return new Factors(version(), settings, products, together(products));
    }

    private String version() {
        return "als-1/%d dimensions,%d rounds,absence=%s,cost=%s^%s,seed=%d/%d customers,%d pairs"
                .formatted(
                        settings.dimensions(),
                        settings.rounds(),
                        settings.absence(),
                        settings.regularisation(),
                        settings.frequency(),
                        settings.seed(),
                        byCustomer.rows(),
                        byCustomer.size());
    }
}
