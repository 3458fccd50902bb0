package shopkeeper.learning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.learning.algebra.Crew;

class TowardsLikenessTest {
    private static final int[] TEA_AND_MUG = {0, 1};

    @Test
    void what_is_drawn_to_likeness_is_the_closed_form() {
        // Each is the other's only companion, so likeness, brought to a sum of a quarter, is a
        // quarter. Of two buyers one has the other too: (1 + 2 / 4) / (2 + 2).
        var pairs =
                Interactions.builder()
                        .customer()
                        .basket(1, TEA_AND_MUG)
                        .customer()
                        .basket(1, 0)
                        .customer()
                        .basket(1, 1)
                        .build(2)
                        .pairs();
        PairWeights drawn = train(pairs, new EaseSettings(2, 0, 0, .25, 10), 1);
        assertThat(drawn.weight(0, 1)).isCloseTo(.375f, within(1e-6f));
        assertThat(drawn.weight(1, 0)).isCloseTo(.375f, within(1e-6f));
        assertThat(drawn.weight(0, 0)).isZero();
        assertThat(drawn.version())
                .isEqualTo(
                        "ease-2/l2=2.0,damping=0.0,activity=0.0,likeness=0.25"
                                + "/2 products,3 customers,4 pairs");
    }

    /**
     * No weight can be changed for the better: what is left unexplained of a product, summed up
     * over the buyers of another, is what the distance to likeness costs.
     */
    @Test
    void no_other_weights_cost_less() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int products = 1100;
        var all = Interactions.builder();
        for (int customer = 0; customer < products; customer++) {
            // Whatever chance leaves out, somebody bought too.
            var bought = IntStream.concat(random.ints(25, 0, products), IntStream.of(customer));
            all.customer().basket(1, bought.distinct().toArray());
        }
        Pairs pairs = all.build(products).pairs();
        double l2 = 5;
        PairWeights drawn = train(pairs, new EaseSettings(l2, 0, 0, .4, products), 2);
        double[][] towards = likeness(pairs, products, .4);
        for (int on : new int[] {0, 7, 511, 1023, 1024, products - 1}) {
            double[] left = unexplained(pairs, drawn, on);
            for (int of = 0; of < products; of++) {
                if (of != on) {
                    double gain = 0;
                    for (int cell = 0; cell < left.length; cell++) {
                        gain += has(pairs, cell, of) ? left[cell] : 0;
                    }
                    double cost = l2 * (drawn.weight(of, on) - towards[of][on]);
                    assertThat(gain).as("seed %d", seed).isCloseTo(cost, within(1e-3));
                }
            }
        }
    }

    @Test
    void it_does_not_matter_how_many_compute_it() {
        var random = new Random(7);
        var all = Interactions.builder();
        for (int customer = 0; customer < 200; customer++) {
            all.customer().basket(1, random.ints(12, 0, 1100).distinct().toArray());
        }
        Pairs pairs = all.build(1100).pairs();
        var settings = EaseSettings.NEW_PRODUCTS;
        PairWeights one = train(pairs, settings, 1);
        PairWeights three = train(pairs, settings, 3);
        for (int product = 0; product < 1100; product += 7) {
            var scores = new float[1100];
            var same = new float[1100];
            one.score(Shopper.inSession(product), scores);
            three.score(Shopper.inSession(product), same);
            assertThat(same).isEqualTo(scores);
        }
    }

    @Test
    void it_leads_to_what_like_customers_bought_and_says_why() {
        var all = Interactions.builder();
        for (int customer = 0; customer < 40; customer++) {
            all.customer().basket(1, customer % 2 == 0 ? TEA_AND_MUG : new int[] {2, 3});
        }
        CandidateModel model = forNewProducts(all.build(5));
        var scores = new float[5];
        model.score(Shopper.inSession(0), scores);
        assertThat(scores[1]).isGreaterThan(scores[2]).isGreaterThan(0);
        assertThat(scores[4]).isZero();
        assertThat(model.why(Shopper.inSession(0), 1).orElseThrow().with()).isEqualTo(List.of(0));
        assertThat(model.source()).isEqualTo(Source.MATRIX);
    }

    @Test
    void without_purchases_or_companions_it_knows_nothing() {
        var scores = new float[2];
        forNewProducts(Interactions.builder().build(2)).score(Shopper.inSession(0), scores);
        assertThat(scores).containsOnly(0);
        var alone = Interactions.builder().customer().basket(1, 0).customer().basket(1, 1);
        forNewProducts(alone.build(2)).score(Shopper.inSession(0), scores);
        assertThat(scores).containsOnly(0);
    }

    private static CandidateModel forNewProducts(Interactions all) {
        try (var crew = new Crew(1)) {
            return new LearnedModels(crew).forNewProducts().getFirst().train(all);
        }
    }

    private static PairWeights train(Pairs pairs, EaseSettings settings, int crewOf) {
        try (var crew = new Crew(crewOf)) {
            return new EaseTraining(settings, crew).train(pairs);
        }
    }

    private static double[][] likeness(Pairs pairs, int products, double share) {
        var rows = IntStream.range(0, products).toArray();
        var likeness = new Likeness(pairs, rows);
        var told = new double[products][products];
        double all = 0;
        for (int of = 0; of < products; of++) {
            var row = new float[products];
            likeness.row(of, row);
            for (int on = 0; on < products; on++) {
                told[of][on] = row[on];
                all += row[on];
            }
        }
        for (double[] row : told) {
            for (int on = 0; on < products; on++) {
                row[on] *= share * products / all;
            }
        }
        return told;
    }

    private static double[] unexplained(Pairs pairs, PairWeights drawn, int on) {
        var left = new double[pairs.rows()];
        for (int customer = 0; customer < left.length; customer++) {
            left[customer] = has(pairs, customer, on) ? 1 : 0;
            for (int cell = pairs.first(customer); cell < pairs.end(customer); cell++) {
                left[customer] -= drawn.weight(pairs.column(cell), on);
            }
        }
        return left;
    }

    private static boolean has(Pairs pairs, int customer, int product) {
        for (int cell = pairs.first(customer); cell < pairs.end(customer); cell++) {
            if (pairs.column(cell) == product) {
                return true;
            }
        }
        return false;
    }
}
