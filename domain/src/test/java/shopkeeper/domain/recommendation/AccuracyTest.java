package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;

class AccuracyTest {
    private static final int[] RANKED = {7, 3, 9, 4};

    @Test
    void recall_is_the_share_of_what_came_that_is_among_the_first() {
        assertThat(Accuracy.recall(RANKED, Set.of(3, 4, 8), 2)).isEqualTo(1.0 / 3);
        assertThat(Accuracy.recall(RANKED, Set.of(3, 4, 8), 4)).isEqualTo(2.0 / 3);
        assertThat(Accuracy.recall(RANKED, Set.of(3, 4, 8), 20)).isEqualTo(2.0 / 3);
        assertThat(Accuracy.recall(RANKED, Set.of(), 4)).isZero();
    }

    @Test
    void a_hit_is_one_find_at_least() {
        assertThat(Accuracy.hit(RANKED, Set.of(3), 1)).isZero();
        assertThat(Accuracy.hit(RANKED, Set.of(3), 2)).isEqualTo(1);
        assertThat(Accuracy.hit(RANKED, Set.of(3, 7), 2)).isEqualTo(1);
    }

    @Test
    void ndcg_of_the_best_order_is_1_and_falls_with_the_rank() {
        assertThat(Accuracy.ndcg(RANKED, Set.of(7, 3), 4)).isCloseTo(1, within(1e-12));
        assertThat(Accuracy.ndcg(RANKED, Set.of(3), 4)).isCloseTo(0.63093, within(1e-5));
        assertThat(Accuracy.ndcg(RANKED, Set.of(9, 5), 4)).isCloseTo(0.5 / 1.63093, within(1e-5));
        assertThat(Accuracy.ndcg(RANKED, Set.of(9), 2)).isZero();
        assertThat(Accuracy.ndcg(RANKED, Set.of(), 2)).isZero();
    }

    @Test
    void what_could_not_be_found_within_the_ranks_is_not_held_against_them() {
        assertThat(Accuracy.ndcg(RANKED, Set.of(7, 3, 9, 4), 2)).isCloseTo(1, within(1e-12));
    }

    @Test
    void the_reciprocal_rank_is_that_of_the_first_find() {
        assertThat(Accuracy.reciprocalRank(RANKED, Set.of(9, 4), 4)).isEqualTo(1.0 / 3);
        assertThat(Accuracy.reciprocalRank(RANKED, Set.of(9), 2)).isZero();
        assertThat(Accuracy.reciprocalRank(RANKED, Set.of(5), 20)).isZero();
    }

    @Test
    void an_interval_holds_the_mean_and_is_the_same_for_the_same_seed() {
        double[] values = new double[400];
        Arrays.setAll(values, i -> i % 4 == 0 ? 1 : 0);

        var interval = Interval.of(values, 7);

        assertThat(interval.mean()).isEqualTo(.25);
        assertThat(interval.low()).isBetween(.19, .22);
        assertThat(interval.high()).isBetween(.28, .31);
        assertThat(Interval.of(values, 7)).isEqualTo(interval);
        assertThat(Interval.of(values, 8)).isNotEqualTo(interval);
    }

    @Test
    void users_with_more_tries_weigh_more() {
        assertThat(Interval.of(new double[] {0, 3}, new double[] {1, 3}, 1).mean()).isEqualTo(.75);
        assertThat(Interval.of(new double[] {2, 2}, new double[] {2, 2}, 1))
                .isEqualTo(new Interval(1, 1, 1));
    }

    @Test
    void nobody_has_no_interval() {
        assertThat(Interval.of(new double[0], 1)).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void the_best_come_first_and_of_equals_the_lower_number() {
        float[] scores = {0, 3, 5, 5, -1, 1, Float.NaN, 2};

        assertThat(Best.of(scores, 4)).containsExactly(2, 3, 1, 7);
        assertThat(Best.of(scores, 1)).containsExactly(2);
        assertThat(Best.of(scores, 99)).containsExactly(2, 3, 1, 7, 5);
        assertThat(Best.of(scores, 0)).isEmpty();
        assertThat(Best.of(new float[0], 3)).isEmpty();
    }

    @Test
    void the_best_of_many_are_those_a_full_sort_finds() {
        Seeds.tryMany(
                50,
                random -> {
                    float[] scores = new float[1 + random.nextInt(200)];
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] = random.nextInt(20);
                    }
                    int limit = 1 + random.nextInt(30);
                    Integer[] sorted = new Integer[scores.length];
                    Arrays.setAll(sorted, i -> i);
                    Arrays.sort(
                            sorted,
                            Comparator.<Integer>comparingDouble(i -> -scores[i])
                                    .thenComparing(i -> i));

                    assertThat(Best.of(scores, limit))
                            .containsExactly(
                                    Arrays.stream(sorted)
                                            .filter(i -> scores[i] > 0)
                                            .limit(limit)
                                            .mapToInt(i -> i)
                                            .toArray());
                });
    }
}
