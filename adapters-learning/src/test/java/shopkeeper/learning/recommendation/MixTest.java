package shopkeeper.learning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.learning.algebra.Crew;

class MixTest {
    private static final int[] BOTH = {0, 1};

    @Test
    void weights_of_different_units_are_drawn_to_the_same_spread_and_added() {
        // Each is the other's only companion: of two, one customer has both, so likeness is 1/4.
        var pairs =
                Interactions.builder()
                        .customer()
                        .basket(1, 0, 1)
                        .customer()
                        .basket(1, 0)
                        .customer()
                        .basket(1, 1)
                        .build(2)
                        .pairs();
        // Spreads: the root of 32/4, so the 4 becomes the root of 2; of likeness a quarter of that.
        PairWeights sum = weights(0, 4, -4, 0).scaled(1).plus(new Likeness(pairs, BOTH), 0.5f);
        assertThat(sum.weight(0, 1)).isCloseTo((float) (1.5 * Math.sqrt(2)), within(1e-6f));
        assertThat(sum.weight(1, 0)).isCloseTo((float) (-0.5 * Math.sqrt(2)), within(1e-6f));
        assertThat(sum.version()).isEqualTo("a + likeness-1/2 products,3 customers,4 pairs");
    }

    @Test
    void weights_that_are_all_nothing_stay_nothing() {
        assertThat(weights(0, 0, 0, 0).scaled(1).weight(0, 1)).isZero();
    }

    @Test
    void likeness_of_other_products_is_not_added() {
        var pairs = Interactions.builder().customer().basket(1, 0, 1, 2).build(3).pairs();
        var others = new Likeness(pairs, new int[] {0, 2});
        assertThatThrownBy(() -> weights(0, 1, 1, 0).plus(others, 1))
                .hasMessage("likeness of other products cannot be added");
    }

    @Test
    void the_mix_leads_to_what_like_customers_bought_and_says_why() {
        var all = Interactions.builder();
        for (int customer = 0; customer < 40; customer++) {
            all.customer().basket(1, customer % 2 == 0 ? BOTH : new int[] {2, 3});
        }
        CandidateModel mix = train(all.build(5));
        var scores = new float[5];
        mix.score(Shopper.inSession(0), scores);
        assertThat(scores[1]).isGreaterThan(scores[2]).isGreaterThan(scores[3]);
        assertThat(scores[4]).isZero();
        assertThat(mix.why(Shopper.inSession(0), 1).orElseThrow().with()).isEqualTo(List.of(0));
        assertThat(mix.source()).isEqualTo(Source.MATRIX);
    }

    @Test
    void without_purchases_the_mix_knows_nothing() {
        var scores = new float[2];
        train(Interactions.builder().build(2)).score(Shopper.inSession(0), scores);
        assertThat(scores).containsOnly(0);
    }

    private static CandidateModel train(Interactions all) {
        try (var crew = new Crew(1)) {
            return new LearnedModels(crew).forNewProducts().getFirst().train(all);
        }
    }

    private static PairWeights weights(float a, float b, float c, float d) {
        return new PairWeights(Source.MATRIX, "a", 2, BOTH, new float[][] {{a, b}, {c, d}});
    }
}
