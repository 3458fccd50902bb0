package shopkeeper.learning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;
import shopkeeper.learning.algebra.Crew;

class EaseTest {
    private static final int TEA = 0;
    private static final int MUG = 1;
    private static final int SOAP = 2;

    /** Three bought tea, two of them the mug too; nobody bought soap. */
    private static final Interactions THREE =
            Interactions.builder()
                    .customer()
                    .basket(1, TEA, MUG)
                    .customer()
                    .basket(1, TEA)
                    .basket(2, MUG)
                    .customer()
                    .basket(1, new int[] {TEA}, new int[] {7})
                    .build(3);

    @Test
    void the_weights_are_the_closed_form() {
        // XᵀX + I = [4 2; 2 3], its inverse [3 -2; -2 4] / 8: tea says 2/4 for the mug, the mug 2/3
        // for tea.
        PairWeights ease = train(THREE, new EaseSettings(1, 0, 0, 0, 10));
        assertThat(ease.weight(TEA, MUG)).isCloseTo(0.5f, within(1e-6f));
        assertThat(ease.weight(MUG, TEA)).isCloseTo(2 / 3f, within(1e-6f));
    }

    @Test
    void nothing_speaks_for_itself() {
        PairWeights ease = train(THREE, EaseSettings.DEFAULT);
        assertThat(ease.weight(TEA, TEA)).isZero();
        assertThat(ease.weight(MUG, MUG)).isZero();
    }

    @Test
    void damping_takes_from_what_many_bought_and_leaves_the_cost_in_proportion() {
        // Halves: tea counts 1/sqrt(3), the mug 1/sqrt(2); of 5 purchases 2 are left, so l2 is 0.4.
        // [1.4 r; r 1.4] with r = 2/sqrt(6): its weights are r/1.4, times what the first counts
        // for.
        PairWeights ease = train(THREE, new EaseSettings(1, 0.5, 0, 0, 10));
        assertThat(ease.weight(TEA, MUG))
                .isCloseTo((float) (2 / Math.sqrt(6) / 1.4 / Math.sqrt(3)), within(1e-6f));
    }

    @Test
    void who_buys_much_says_less_with_each_purchase_and_the_cost_stays_in_proportion() {
        // Two with two products count a half, the one with tea alone counts 1: of 5 purchases 3 are
        // left, so l2 is 0.6. [2 1; 1 1] becomes [2.6 1; 1 1.6].
        PairWeights ease = train(THREE, new EaseSettings(1, 0, 1, 0, 10));
        assertThat(ease.weight(TEA, MUG)).isCloseTo((float) (1 / 2.6), within(1e-6f));
        assertThat(ease.weight(MUG, TEA)).isCloseTo((float) (1 / 1.6), within(1e-6f));
    }

    @Test
    void a_shopper_is_scored_by_the_sum_of_all_they_have() {
        PairWeights ease = train(THREE, new EaseSettings(1, 0, 0, 0, 10));
        assertThat(scores(ease, Shopper.withBaskets(new int[] {TEA}), 3))
                .containsExactly(new float[] {0, 0.5f, 0}, within(1e-6f));
        assertThat(scores(ease, Shopper.withBaskets(new int[] {TEA}, new int[] {TEA, MUG}), 3))
                .containsExactly(new float[] {2 / 3f, 0.5f, 0}, within(1e-6f));
        assertThat(scores(ease, Shopper.inSession(MUG), 3))
                .containsExactly(new float[] {2 / 3f, 0, 0}, within(1e-6f));
        assertThat(scores(ease, new Shopper(new int[0][], new int[0], new int[] {MUG}), 3))
                .containsExactly(new float[] {2 / 3f, 0, 0}, within(1e-6f));
    }

    @Test
    void products_it_never_saw_are_nothing_to_it() {
        PairWeights ease = train(THREE, new EaseSettings(1, 0, 0, 0, 10));
        assertThat(scores(ease, Shopper.inSession(TEA, SOAP, 17, -1), 5))
                .containsExactly(new float[] {0, 0.5f, 0, 0, 0}, within(1e-6f));
        assertThat(scores(ease, Shopper.inSession(TEA), 1)).containsExactly(0);
        assertThat(ease.why(Shopper.inSession(TEA), SOAP)).isEmpty();
        assertThat(ease.why(Shopper.inSession(TEA), 17)).isEmpty();
        assertThat(ease.why(Shopper.inSession(TEA), -1)).isEmpty();
    }

    @Test
    void the_reason_is_what_speaks_most_for_it() {
        PairWeights ease = train(THREE, EaseSettings.DEFAULT);
        assertThat(ease.why(Shopper.inSession(TEA), MUG))
                .contains(new Why("CO_PURCHASED", 0, 0, List.of(TEA)));
        assertThat(ease.why(Shopper.NOBODY, MUG)).isEmpty();
        assertThat(ease.source()).isEqualTo(Source.MATRIX);
        assertThat(ease.version())
                .isEqualTo(
                        "ease-2/l2=500.0,damping=0.1,activity=0.25,likeness=0.0"
                                + "/2 products,3 customers,5 pairs");
    }

    @Test
    void only_the_most_bought_are_taken_where_there_are_too_many() {
        var three =
                Interactions.builder()
                        .customer()
                        .basket(1, TEA, SOAP)
                        .customer()
                        .basket(1, SOAP, TEA, MUG)
                        .build(3);
        PairWeights ease = train(three, new EaseSettings(1, 0, 0, 0, 2));
        assertThat(scores(ease, Shopper.inSession(TEA, MUG), 3))
                .containsExactly(new float[] {0, 0, 2 / 3f}, within(1e-6f));
    }

    @Test
    void without_data_it_knows_nothing() {
        PairWeights ease = train(Interactions.builder().build(0), EaseSettings.DEFAULT);
        assertThat(scores(ease, Shopper.inSession(TEA), 2)).containsOnly(0);
        assertThat(ease.why(Shopper.inSession(TEA), MUG)).isEmpty();
    }

    @Test
    void one_customer_with_200_000_purchases_does_not_break_it() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var all = Interactions.builder().customer();
        for (int i = 0; i < 200_000; i++) {
            all.basket(i, random.nextInt(300));
        }
        all.customer().basket(1, 5, 6);
        PairWeights ease = train(all.build(300), EaseSettings.DEFAULT);
        float[] scores = scores(ease, Shopper.inSession(5), 300);
        assertThat(scores[5]).isZero();
        for (int other = 0; other < 300; other++) {
            assertThat(scores[6]).as("seed %d", seed).isGreaterThanOrEqualTo(scores[other]);
        }
    }

    @Test
    void settings_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new EaseSettings(0, 0, 0, 0, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new EaseSettings(1, 0.6, 0, 0, 1))
                .hasMessageContaining("0 to 0.5");
        assertThatThrownBy(() -> new EaseSettings(1, -0.1, 0, 0, 1))
                .hasMessageContaining("0 to 0.5");
        assertThatThrownBy(() -> new EaseSettings(1, 0, -0.1, 0, 1)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new EaseSettings(1, 0, 1.1, 0, 1)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new EaseSettings(1, 0, 0, -0.1, 1)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new EaseSettings(1, 0, 0, 1.1, 1)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new EaseSettings(1, 0, 0, 0, 0)).hasMessageContaining("1 or more");
    }

    private static PairWeights train(Interactions all, EaseSettings settings) {
        try (var crew = new Crew(2)) {
            return new EaseTraining(settings, crew).train(all.pairs());
        }
    }

    private static float[] scores(PairWeights ease, Shopper shopper, int products) {
        var scores = new float[products];
        java.util.Arrays.fill(scores, 99);
        ease.score(shopper, scores);
        return scores;
    }
}
