package shopkeeper.learning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;

class LikenessTest {
    private static final int TEA = 0;
    private static final int MUG = 1;
    private static final int SOAP = 2;

    /** One has tea and a mug, one tea only, one all three; each counts 1/2, 1 and 1/3. */
    private static final PairWeights LIKENESS =
            LikenessTraining.train(
                    Interactions.builder()
                            .customer()
                            .basket(1, TEA, MUG)
                            .customer()
                            .basket(1, TEA)
                            .customer()
                            .basket(1, TEA, MUG, SOAP)
                            .build(4)
                            .pairs(),
                    10);

    @Test
    void likeness_is_the_squared_cosine_of_weighed_customers() {
        // Together: tea and mug 5/6, tea and soap 1/3; alone: tea 11/6, mug 5/6, soap 1/3.
        assertThat(LIKENESS.weight(TEA, MUG)).isCloseTo(5 / 11f, within(1e-6f));
        assertThat(LIKENESS.weight(MUG, TEA)).isCloseTo(5 / 11f, within(1e-6f));
        assertThat(LIKENESS.weight(TEA, SOAP)).isCloseTo(2 / 11f, within(1e-6f));
        assertThat(LIKENESS.weight(MUG, SOAP)).isCloseTo(2 / 5f, within(1e-6f));
    }

    @Test
    void nothing_is_like_itself() {
        assertThat(LIKENESS.weight(TEA, TEA)).isZero();
    }

    @Test
    void a_shopper_is_scored_by_all_they_have_and_told_by_what() {
        var scores = new float[4];
        var shopper = Shopper.withBaskets(new int[] {TEA, MUG});
        LIKENESS.score(shopper, scores);
        assertThat(scores[SOAP]).isCloseTo(2 / 11f + 2 / 5f, within(1e-6f));
        assertThat(scores[3]).isZero();
        assertThat(LIKENESS.why(shopper, SOAP))
                .contains(new Why("CO_PURCHASED", 0, 0, List.of(MUG, TEA)));
        assertThat(LIKENESS.source()).isEqualTo(Source.ITEM_NEIGHBOURS);
    }
}
