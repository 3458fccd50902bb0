package shopkeeper.learning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.Pairs;

class LikenessTest {
    private static final int TEA = 0;
    private static final int MUG = 1;
    private static final int SOAP = 2;
    private static final Offset<Float> NEAR = within(1e-6f);

    /** One has tea and a mug, one tea only, one all three; each counts 1/2, 1 and 1/3. */
    private static final Pairs PAIRS =
            Interactions.builder()
                    .customer()
                    .basket(1, TEA, MUG)
                    .customer()
                    .basket(1, TEA)
                    .customer()
                    .basket(1, TEA, MUG, SOAP)
                    .build(4)
                    .pairs();

    @Test
    void likeness_is_the_squared_cosine_of_weighed_customers_and_nothing_is_like_itself() {
        // Together: tea and mug 5/6, tea and soap 1/3; alone: tea 11/6, mug 5/6, soap 1/3.
        var likeness = new Likeness(PAIRS, new int[] {TEA, MUG, SOAP});
        assertThat(row(likeness, 0, 3)).containsExactly(new float[] {0, 5 / 11f, 2 / 11f}, NEAR);
        assertThat(row(likeness, 1, 3)).containsExactly(new float[] {5 / 11f, 0, 2 / 5f}, NEAR);
        assertThat(row(likeness, 2, 3)).containsExactly(new float[] {2 / 11f, 2 / 5f, 0}, NEAR);
    }

    @Test
    void whoever_has_what_has_no_row_counts_as_little_as_before() {
        var likeness = new Likeness(PAIRS, new int[] {MUG, SOAP});
        assertThat(row(likeness, 0, 2)).containsExactly(new float[] {0, 2 / 5f}, NEAR);
    }

    private static float[] row(Likeness likeness, int row, int products) {
        var into = new float[products];
        Arrays.fill(into, 7);
        likeness.row(row, into);
        return into;
    }
}
