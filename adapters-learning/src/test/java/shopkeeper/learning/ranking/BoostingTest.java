package shopkeeper.learning.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.RankedBefore;
import shopkeeper.domain.recommendation.Ranker;

class BoostingTest {
    private static final Boosting BOOSTING = new Boosting(BoostingSettings.DEFAULT);

    @Test
    void learns_how_likely_those_with_a_feature_come() {
        var before = new RankedBefore();
        for (int i = 0; i < 1000; i++) {
            boolean often = i % 2 == 0;
            before.add(new float[] {often ? 1 : 0, 7}, i % 20 < (often ? 16 : 4));
        }

        var ranker = BOOSTING.train(before);

        assertThat(ranker.score(new float[] {1, 7})).isCloseTo(.8f, within(.01f));
        assertThat(ranker.score(new float[] {0, 7})).isCloseTo(.2f, within(.01f));
    }

    /** No sum of two features says it. */
    @Test
    void learns_that_one_of_two_speaks_for_it_and_both_against_it() {
        var before = new RankedBefore();
        for (int i = 0; i < 2000; i++) {
            boolean one = i % 2 == 0;
            boolean other = i / 2 % 2 == 0;
            // As often as not there is one of each more, for something must be asked first.
            before.add(new float[] {one ? 1 : 0, other ? 1 : 0}, one != other || i % 50 == 0);
        }

        var ranker = BOOSTING.train(before);

        assertThat(ranker.score(new float[] {1, 0})).isGreaterThan(.9f);
        assertThat(ranker.score(new float[] {0, 1})).isGreaterThan(.9f);
        assertThat(ranker.score(new float[] {1, 1})).isLessThan(.1f);
        assertThat(ranker.score(new float[] {0, 0})).isLessThan(.1f);
    }

    @Test
    void sees_the_few_at_the_upper_end() {
        var before = new RankedBefore();
        for (int i = 0; i < 10_000; i++) {
            before.add(new float[] {i}, i >= 9_900);
        }

        var ranker = BOOSTING.train(before);

        assertThat(ranker.score(new float[] {9_950})).isGreaterThan(.9f);
        assertThat(ranker.score(new float[] {9_800})).isLessThan(.1f);
    }

    @Test
    void believes_few_less_than_many() {
        assertThat(sharesOf(5)).isBetween(.5f, .6f);
        assertThat(sharesOf(500)).isGreaterThan(.95f);
    }

    /** What is said of those who always come, of whom and of others there are so many. */
    private static float sharesOf(int each) {
        var before = new RankedBefore();
        for (int i = 0; i < 2 * each; i++) {
            before.add(new float[] {i % 2}, i % 2 == 1);
        }
        return BOOSTING.train(before).score(new float[] {1});
    }

    @Test
    void from_the_same_candidates_learns_the_same() {
        long seed = new Random().nextLong();
        var candidates = random(seed);
        var one = BOOSTING.train(candidates);
        var other = BOOSTING.train(random(seed));
        for (int i = 0; i < candidates.size(); i++) {
            assertThat(said(one, candidates, i))
                    .as("seed %d, candidate %d", seed, i)
                    .isEqualTo(said(other, candidates, i))
                    .isBetween(0f, 1f);
        }
    }

    private static RankedBefore random(long seed) {
        var random = new Random(seed);
        var before = new RankedBefore();
        for (int i = 0; i < 300; i++) {
            var features = new float[] {random.nextFloat(), random.nextInt(3), 1};
            before.add(features, random.nextFloat() < features[0]);
        }
        return before;
    }

    private static float said(Ranker ranker, RankedBefore candidates, int number) {
        var features = new float[candidates.width()];
        for (int i = 0; i < features.length; i++) {
            features[i] = candidates.feature(number, i);
        }
        return ranker.score(features);
    }

    @Test
    void without_any_difference_everything_is_as_likely_as_usual() {
        var before = new RankedBefore();
        for (int i = 0; i < 99; i++) {
            before.add(new float[] {3}, i < 24);
        }
        assertThat(BOOSTING.train(before).score(new float[] {3}))
                .isCloseTo(24 / 99f, within(1e-4f))
                .isEqualTo(BOOSTING.train(before).score(new float[] {9}));
    }

    @Test
    void where_all_or_none_came_or_nobody_was_asked_it_still_answers() {
        assertThat(ofAll(true)).isBetween(.9f, 1f);
        assertThat(ofAll(false)).isBetween(0f, .1f);
        assertThat(BOOSTING.train(new RankedBefore()).score(new float[0])).isEqualTo(.5f);
    }

    private static float ofAll(boolean came) {
        var before = new RankedBefore();
        for (int i = 0; i < 40; i++) {
            before.add(new float[] {i}, came);
        }
        return BOOSTING.train(before).score(new float[] {20});
    }
}
