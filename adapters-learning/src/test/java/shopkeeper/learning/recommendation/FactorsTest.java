package shopkeeper.learning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;
import shopkeeper.learning.algebra.Crew;

class FactorsTest {
    private static final FactorSettings SMALL = new FactorSettings(8, 4, 6, 0.3, 0.5, 0.5, 7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void the_loss_falls_with_every_round(int block) {
        long seed = System.nanoTime();
        var settings = new FactorSettings(8, block, 1, 0.3, 0.5, 0.5, seed);
        try (var crew = new Crew(2)) {
            var training = new FactorTraining(settings, crew, twoTastes(new Random(seed)));
            double before = training.loss();
            for (int round = 0; round < 10; round++) {
                training.round();
                double after = training.loss();
                assertThat(after).as("round %d, seed %d", round, seed).isLessThan(before + 1e-3);
                before = after;
            }
        }
    }

    @Test
    void with_one_dimension_a_move_is_the_closed_form() {
        // Others at 2 and 1, the first bought; absence 0.5, cost 1: 2 / (0.5 * 5 + 4 + 1).
        var settings = new FactorSettings(1, 1, 1, 0.5, 1, 0.5, 1);
        float[] point = {5};
        new BlockSolver(settings, new float[][] {{2}, {1}}, new float[][] {{5}})
                .move(point, new int[] {0});
        assertThat(point[0]).isCloseTo(2 / 7.5f, within(1e-6f));
    }

    @Test
    void who_bought_nothing_is_in_the_middle() {
        var settings = new FactorSettings(1, 1, 1, 0.5, 1, 0.5, 1);
        float[] point = {5};
        new BlockSolver(settings, new float[][] {{2}, {1}}, new float[][] {{5}})
                .move(point, new int[0]);
        assertThat(point[0]).isZero();
    }

    @Test
    void folding_in_is_solving_for_the_shopper() {
        long seed = System.nanoTime();
        Factors factors = train(SMALL, twoTastes(new Random(seed)));
        int[] history = {0, 3, 11};
        // Block by block to the same place: there is only one.
        float[] point = new float[8];
        var solver = new BlockSolver(SMALL, factors.points(), factors.sums());
        for (int round = 0; round < 500; round++) {
            solver.move(point, history);
        }
        assertThat(factors.fold(history)).as("seed %d", seed).containsExactly(point, within(1e-4f));
    }

    @Test
    void each_taste_is_led_to_its_own_products() {
        long seed = System.nanoTime();
        Factors factors = train(SMALL, twoTastes(new Random(seed)));
        var scores = new float[20];
        factors.score(Shopper.inSession(0, 1, 2), scores);
        double own = 0;
        double other = 0;
        for (int product = 3; product < 10; product++) {
            own += scores[product];
            other += scores[product + 10];
        }
        assertThat(own).as("seed %d", seed).isGreaterThan(2 * other);
    }

    @Test
    void the_same_seed_makes_the_same_model_with_any_number_of_threads() {
        long seed = System.nanoTime();
        Pairs pairs = twoTastes(new Random(seed));
        try (var one = new Crew(1);
                var three = new Crew(3)) {
            float[][] alone = FactorTraining.train(SMALL, one, pairs).points();
            assertThat(FactorTraining.train(SMALL, three, pairs).points())
                    .as("seed %d", seed)
                    .isDeepEqualTo(alone);
        }
    }

    @Test
    void the_reason_is_what_the_score_is_made_of() {
        long seed = System.nanoTime();
        Factors factors = train(SMALL, twoTastes(new Random(seed)));
        Why why = factors.why(Shopper.inSession(0, 1, 12), 5).orElseThrow();
        assertThat(why.code()).isEqualTo("CO_PURCHASED");
        assertThat(why.with().getFirst()).as("seed %d", seed).isIn(0, 1);
        assertThat(factors.why(Shopper.inSession(5), 5)).isEmpty();
    }

    @Test
    void of_nobody_and_of_what_it_never_saw_it_knows_nothing() {
        Factors factors = train(SMALL, twoTastes(new Random(1)));
        var scores = new float[23];
        Arrays.fill(scores, 9);
        factors.score(Shopper.inSession(22, -1), scores);
        assertThat(scores).containsOnly(0);
        factors.score(Shopper.inSession(1), scores);
        assertThat(scores[22]).isZero();
        assertThat(factors.why(Shopper.NOBODY, 1)).isEmpty();
        assertThat(factors.why(Shopper.inSession(1), 22)).isEmpty();
        assertThat(factors.why(Shopper.inSession(1), -1)).isEmpty();
        assertThat(factors.source()).isEqualTo(Source.FACTORS);
        assertThat(factors.version())
                .isEqualTo(
                        "als-1/8 dimensions,6 rounds,absence=0.3,cost=0.5^0.5,seed=7/60 customers,%d pairs"
                                .formatted(twoTastes(new Random(1)).size()));
    }

    @Test
    void without_data_it_knows_nothing() {
        Factors factors = train(SMALL, Interactions.builder().build(0).pairs());
        var scores = new float[] {4};
        factors.score(Shopper.inSession(0), scores);
        assertThat(scores).containsExactly(0);
    }

    @Test
    void settings_that_cannot_be_are_refused() {
        for (int[] wrong : List.of(new int[] {6, 4, 1}, new int[] {4, 0, 1}, new int[] {2, 4, 1})) {
            assertThatThrownBy(() -> new FactorSettings(wrong[0], wrong[1], wrong[2], 1, 1, 1, 1))
                    .hasMessageContaining("take a multiple");
        }
        assertThatThrownBy(() -> new FactorSettings(8, 4, 0, 1, 1, 1, 1))
                .hasMessageContaining("take 1 or more");
        for (double[] wrong :
                List.of(new double[] {0, 1, 1}, new double[] {1, 0, 1}, new double[] {1, 1, -1})) {
            assertThatThrownBy(() -> new FactorSettings(8, 4, 1, wrong[0], wrong[1], wrong[2], 1))
                    .hasMessageContaining("must be above 0");
        }
    }

    private static Factors train(FactorSettings settings, Pairs pairs) {
        try (var crew = new Crew(2)) {
            return FactorTraining.train(settings, crew, pairs);
        }
    }

    /** Sixty customers: half buy five of products 0 to 9, half of 10 to 19, one in ten strays. */
    private static Pairs twoTastes(Random random) {
        var all = Interactions.builder();
        for (int customer = 0; customer < 60; customer++) {
            int taste = customer % 2 * 10;
            all.customer();
            for (int i = 0; i < 5; i++) {
                int from = random.nextInt(10) == 0 ? 10 - taste : taste;
                all.basket(i, from + random.nextInt(10));
            }
        }
        return all.build(20).pairs();
    }
}
