package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.HeldOut.Example;

class StackTest {
    private static final int TEA = 0;
    private static final int MILK = 1;
    private static final int SALT = 2;

    /** Tea in the first, third and fifth of six baskets, milk in the fourth only. */
    private static final Shopper ANN =
            Shopper.withBaskets(
                    new int[] {TEA},
                    new int[] {3, 4},
                    new int[] {TEA, 5},
                    new int[] {MILK},
                    new int[] {TEA, 3},
                    new int[] {3});

    private static final CandidateModel FIRST = new CountingModelsTest.Fixed("first-1", 4, 2, 0);
    private static final CandidateModel SECOND = new CountingModelsTest.Fixed("second-1", 0, 3, 0);

    @Test
    void habits_tell_how_somebody_buys_and_how_they_bought_a_product() {
        // Six baskets, nine lines, five products; of the later half's four lines milk is new.
        assertThat(habits(ANN, TEA))
                .containsExactly(6, 9 / 6f, 5, 1 / 4f, 3, 2, 3 / 6f, 2 * 2 / 4f, 3 / 6f);
        assertThat(habits(ANN, MILK))
                .containsExactly(6, 9 / 6f, 5, 1 / 4f, 1, 3, 1 / 3f, 0, 1 / 6f);
    }

    @Test
    void in_a_visit_each_click_is_a_turn_of_its_own() {
        var clicks = Shopper.inSession(TEA, MILK, TEA, SALT).clicks();
        assertThat(clicks).isDeepEqualTo(new int[][] {{TEA}, {MILK}, {TEA}, {SALT}});
        var features = new float[Habits.FEATURES];
        new Habits(clicks).describe(TEA, features, 0);
        assertThat(features).containsExactly(4, 1, 3, 1 / 2f, 2, 2, 2 / 4f, 2 * 1 / 2f, 2 / 4f);
    }

    @Test
    void what_was_never_bought_is_longer_ago_than_anything() {
        assertThat(habits(ANN, SALT)).containsExactly(6, 9 / 6f, 5, 1 / 4f, 0, 999, 0, 0, 0);
        assertThat(habits(Shopper.NOBODY, SALT)).containsExactly(0, 0, 0, .5f, 0, 999, 0, 0, 0);
    }

    @Test
    void a_ranker_learns_from_scores_their_shares_and_habits_of_who_came_and_who_did_not() {
        var before =
                Stack.before(
                        Shopper::baskets,
                        List.of(FIRST, SECOND),
                        List.of(new Example(ANN, Set.of(MILK, SALT))),
                        3);

        assertThat(before.size()).as("salt is no model's candidate").isEqualTo(2);
        assertThat(before.width()).isEqualTo(4 + Habits.FEATURES);
        assertThat(before.come()).isEqualTo(1);
        assertThat(before.hasCome(0)).isFalse();
        assertThat(before.hasCome(1)).isTrue();
        assertThat(features(before, 0, 6)).containsExactly(4f, 0f, 1f, 0f, 6f, 1.5f);
        assertThat(features(before, 1, 6)).containsExactly(2f, 3f, .5f, 1f, 6f, 1.5f);
    }

    @Test
    void candidates_are_ranked_by_what_the_ranker_says_of_all_of_it() {
        var scores = new float[] {9, 9, 9};
        new Stack(Shopper::baskets, List.of(FIRST, SECOND), features -> features[1] / 10)
                .score(ANN, scores);
        assertThat(scores).containsExactly(0, .3f, 0);
    }

    @Test
    void only_the_thirty_best_of_each_model_are_candidates() {
        var falling = new float[40];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = 40 - i;
        }
        var scores = new float[40];
        new Stack(
                        Shopper::baskets,
                        List.of(new CountingModelsTest.Fixed("falling-1", falling)),
                        _ -> 1)
                .score(ANN, scores);
        assertThat(Best.of(scores, 99)).containsExactly(IntStream.range(0, 30).toArray());
    }

    @Test
    void what_is_no_number_or_against_a_product_is_no_share() {
        var broken =
                new CountingModelsTest.Fixed("broken-1", Float.NaN, Float.POSITIVE_INFINITY, -2, 2);
        var before =
                Stack.before(
                        Shopper::baskets,
                        List.of(broken, new CountingModelsTest.Fixed("all-1", 1, 1, 1, 1)),
                        List.of(new Example(ANN, Set.of())),
                        4);
        var said = new ArrayList<List<Float>>();
        for (int i = 0; i < before.size(); i++) {
            said.add(List.of(before.feature(i, 0), before.feature(i, 2)));
        }
        assertThat(said)
                .containsExactly(
                        List.of(0f, 0f), List.of(0f, 0f), List.of(-2f, 0f), List.of(2f, 1f));
    }

    @Test
    void of_whoever_bought_nothing_yet_it_knows_nothing() {
        var scores = new float[] {9, 9, 9};
        new Stack(Shopper::baskets, List.of(FIRST), _ -> 1).score(Shopper.inSession(TEA), scores);
        assertThat(scores).containsOnly(0);
    }

    @Test
    void its_reason_is_the_plainest_that_any_of_its_models_has() {
        var all = Interactions.builder().customer().basket(1, TEA, SALT).build(6);
        var alike = new BasketNeighbours(all, BasketNeighbours.Settings.PUBLISHED);
        var same = ItemNeighbours.ofCustomers(all, 0, 5);
        var before = PersonalFrequency.decaying(1);
        var stack = new Stack(Shopper::baskets, List.of(FIRST, alike, same, before), _ -> 1);

        assertThat(stack.why(ANN, TEA).map(Why::code)).contains("BOUGHT_BEFORE");
        assertThat(stack.why(ANN, SALT).map(Why::code)).contains("SIMILAR_BUYERS");
        assertThat(stack.why(Shopper.NOBODY, 5).map(Why::code)).contains("ALIKE_BASKETS");
        assertThat(new Stack(Shopper::baskets, List.of(FIRST), _ -> 1).why(ANN, MILK))
                .map(Why::code)
                .contains("first-1");
        assertThat(new Stack(Shopper::baskets, List.of(), _ -> 1).why(ANN, TEA))
                .isEqualTo(Optional.empty());
        assertThat(stack.version())
                .isEqualTo(
                        "stack-1(first-1 + %s + %s + %s)"
                                .formatted(alike.version(), same.version(), before.version()));
        assertThat(stack.source()).isEqualTo(Source.BASKET_NEIGHBOURS);
    }

    @Test
    void what_is_only_popular_is_no_candidate_of_the_personal_one() {
        var scores = new float[6];
        var stack =
                new Stack(
                        Shopper::baskets,
                        List.of(
                                new CountingModelsTest.Fixed("popular-1", 0, 0, 1),
                                PersonalFrequency.decaying(1)),
                        features -> 1);

        stack.score(ANN, scores);
        assertThat(scores[SALT]).isEqualTo(1);
        stack.personal().score(ANN, scores);
        assertThat(scores).containsExactly(1, 1, 0, 1, 1, 1);
        stack.personal().without(0).score(ANN, scores);
        assertThat(scores[SALT]).isZero();
    }

    @Test
    void whoever_leaves_takes_no_part_in_any_of_its_models() {
        var all =
                Interactions.builder()
                        .customer()
                        .basket(1, TEA)
                        .basket(2, TEA, MILK)
                        .customer()
                        .basket(1, TEA)
                        .basket(2, TEA, SALT)
                        .build(3);
        var alike = new UserNeighbours(all, UserNeighbours.Settings.PUBLISHED.own(0));
        var shopper = Shopper.withBaskets(new int[] {TEA});
        var scores = new float[3];

        new Stack(Shopper::baskets, List.of(alike), _ -> 1).without(1).score(shopper, scores);

        assertThat(scores).containsExactly(1, 1, 0);
    }

    @Test
    void candidates_are_described_alike() {
        var before = new RankedBefore();
        assertThat(before.width()).isZero();
        before.add(new float[] {1, 2}, true);
        assertThatThrownBy(() -> before.add(new float[] {1}, false))
                .hasMessage("a candidate has 1 features, those before it have 2");
        assertThat(before.size()).isEqualTo(1);
    }

    private static float[] habits(Shopper shopper, int product) {
        var features = new float[Habits.FEATURES + 1];
        new Habits(shopper.baskets()).describe(product, features, 1);
        var habits = new float[Habits.FEATURES];
        System.arraycopy(features, 1, habits, 0, habits.length);
        return habits;
    }

    private static List<Float> features(RankedBefore before, int candidate, int first) {
        return IntStream.range(0, first).mapToObj(i -> before.feature(candidate, i)).toList();
    }
}
