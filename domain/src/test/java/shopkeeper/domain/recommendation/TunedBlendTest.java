package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.HeldOut.Example;

class TunedBlendTest {
    private static final int TEA = 0;
    private static final int MILK = 1;

    @Test
    void the_last_basket_of_everybody_with_two_is_held_out() {
        var all =
                Interactions.builder()
                        .customer()
                        .basket(1, 0, 1)
                        .basket(2, 2)
                        .customer()
                        .basket(3, 3)
                        .customer()
                        .build(4);

        var held = HeldOut.lastBaskets(all, 9, 1);

        assertThat(held.examples())
                .containsExactly(new Example(Shopper.withBaskets(new int[] {0, 1}), Set.of(2)));
        assertThat(held.rest().customers()).isEqualTo(3);
        assertThat(held.rest().shopper(0)).isEqualTo(Shopper.withBaskets(new int[] {0, 1}));
        assertThat(held.rest().shopper(1)).isEqualTo(Shopper.withBaskets(new int[] {3}));
        assertThat(held.rest().products()).isEqualTo(4);
    }

    @Test
    void at_most_so_many_are_held_out_and_chance_says_who() {
        var all = Interactions.builder();
        for (int i = 0; i < 40; i++) {
            all.customer().basket(1, i).basket(2, i);
        }
        var data = all.build(40);

        assertThat(HeldOut.lastBaskets(data, 7, 1).examples())
                .hasSize(7)
                .isEqualTo(HeldOut.lastBaskets(data, 7, 1).examples())
                .isNotEqualTo(HeldOut.lastBaskets(data, 7, 2).examples());
    }

    @Test
    void some_products_are_held_out_of_those_who_have_many() {
        var all = Interactions.builder();
        for (int i = 0; i < 50; i++) {
            all.customer().basket(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
        all.customer().basket(1, 0, 1, 2, 3);

        var held = HeldOut.someProducts(all.build(10), .3, 99, 1);

        int out = held.examples().stream().mapToInt(one -> one.came().size()).sum();
        assertThat(out).isBetween(110, 190);
        assertThat(held.rest().lines()).isEqualTo(504 - out);
        assertThat(held.rest().shopper(50)).isEqualTo(Shopper.withBaskets(new int[] {0, 1, 2, 3}));
        for (var one : held.examples()) {
            assertThat(one.came()).doesNotContainAnyElementsOf(ints(one.before().products()));
            assertThat(one.before().products().length + one.came().size()).isEqualTo(10);
        }
    }

    @Test
    void each_beginning_of_a_visit_asks_for_the_next_click() {
        var examples = HeldOut.nextClicks(List.of(new int[] {4, 5, 6}, new int[] {7}), 9, 1);

        assertThat(examples)
                .containsExactlyInAnyOrder(
                        new Example(Shopper.inSession(4), Set.of(5)),
                        new Example(Shopper.inSession(4, 5), Set.of(6)));
    }

    @Test
    void the_beginnings_of_a_long_visit_take_no_more_room_than_the_visit() {
        int[] visit = IntStream.range(0, 200_000).toArray();

        var examples = HeldOut.nextClicks(List.of(visit), Integer.MAX_VALUE, 1);

        assertThat(examples.size()).isEqualTo(199_999);
        int came = examples.getLast().came().iterator().next();
        assertThat(examples.getLast().before().session())
                .containsExactly(Arrays.copyOf(visit, came));
    }

    @Test
    void what_tells_the_truth_counts_and_what_tells_nothing_does_not() {
        var truth = new CountingModelsTest.Fixed("truth-1", 0, 9, 0, 0);
        var lie = new CountingModelsTest.Fixed("lie-1", 9, 0, 8, 7);
        var fit = new BlendFit(List.of(lie, truth), Aim.NEXT_CLICK);
        fit.hold(new Example(Shopper.NOBODY, Set.of(1)), 4);

        double[] weights = fit.fit();

        assertThat(weights).containsExactly(0, 1);
        assertThat(fit.value(weights)).isEqualTo(2);
        assertThat(fit.alone(0)).isZero();
        assertThat(fit.alone(1)).isEqualTo(2);
    }

    @Test
    void what_some_gain_and_others_lose_moves_a_weight_only_beyond_chance() {
        var first = new CountingModelsTest.Fixed("first-1", 9, 8, 0, 0);
        var second = new CountingModelsTest.Fixed("second-1", 0, 9, 0, 0);

        // Two gain a half and one loses it: their mean, a sixth, is less than its error of .27.
        assertThat(fitted(List.of(first, second), 1, 0, 1)).containsExactly(1, 0);
        assertThat(fitted(List.of(first, second), 1, 1, 1, 1, 1, 1, 1, 0)[1]).isPositive();
    }

    private static double[] fitted(List<CandidateModel> models, int... came) {
        var fit = new BlendFit(models, Aim.NEXT_CLICK);
        for (int product : came) {
            fit.hold(new Example(Shopper.NOBODY, Set.of(product)), 4);
        }
        return fit.fit();
    }

    @Test
    void two_halves_of_the_truth_count_both() {
        var one = new CountingModelsTest.Fixed("one-1", 9, 0, 5, 0);
        var other = new CountingModelsTest.Fixed("other-1", 0, 9, 0, 0);
        var fit = new BlendFit(List.of(one, other), Aim.NEXT_BASKET);
        fit.hold(new Example(Shopper.NOBODY, Set.of(0, 1)), 4);

        double[] weights = fit.fit();

        assertThat(weights[0]).isPositive();
        assertThat(weights[1]).isPositive();
        assertThat(fit.value(weights)).isEqualTo(2);
    }

    @Test
    void where_only_new_products_count_none_of_their_own_is_a_candidate() {
        var before = Shopper.withBaskets(new int[] {0});
        var model = new CountingModelsTest.Fixed("any-1", 9, 5, 0, 0);
        var newOnes = new BlendFit(List.of(model), Aim.NEW_ITEMS);
        newOnes.hold(new Example(before, Set.of(1)), 4);
        var any = new BlendFit(List.of(model), Aim.NEXT_CLICK);
        any.hold(new Example(before, Set.of(1)), 4);

        assertThat(newOnes.alone(0)).isEqualTo(2);
        assertThat(any.alone(0)).isEqualTo(1.5);
    }

    @Test
    void without_anything_held_out_all_count_alike() {
        var model = new CountingModelsTest.Fixed("any-1", 1);
        assertThat(new BlendFit(List.of(model, model), Aim.NEXT_BASKET).fit())
                .containsExactly(1, 1);
    }

    @Test
    void who_buys_the_same_again_is_suggested_it_again() {
        var all = Interactions.builder();
        for (int i = 0; i < 30; i++) {
            int own = 2 + i;
            all.customer().basket(1, TEA, own).basket(2, MILK, own).basket(3, own);
        }
        var tuned = TunedBlend.nextBasket(all.build(40), RankerTrainer.NONE, 1);
        var scores = new float[40];

        tuned.blend().score(Shopper.withBaskets(new int[][] {{7, TEA}, {7, MILK}}), scores);

        assertThat(Best.of(scores, 1)).containsExactly(7);
        assertThat(tuned.reached()).isEqualTo(2);
        assertThat(tuned.alone()).hasSize(11).anyMatch(one -> one.weight() > 0);
    }

    @Test
    void where_enough_came_a_ranker_learns_from_it_and_has_half_of_the_say() {
        var learned = new ArrayList<RankedBefore>();

        var tuned =
                TunedBlend.nextBasket(
                        twoFavourites(200),
                        candidates -> {
                            learned.add(candidates);
                            return _ -> 1;
                        },
                        1);

        var ranked = tuned.ranked().orElseThrow();
        assertThat(learned).hasSize(1);
        assertThat(ranked.candidates()).isEqualTo(learned.getFirst().size());
        assertThat(ranked.came()).isEqualTo(200);
        assertThat(tuned.blend().parts())
                .extracting(Blend.Part::model, Blend.Part::weight)
                .containsExactlyInAnyOrder(tuple(tuned.weighed(), 1.0), tuple(ranked.model(), 1.0));
    }

    @Test
    void of_visits_a_ranker_that_learned_counts_three_times_as_much_as_all_models_together() {
        var visits = new ArrayList<int[]>();
        for (int i = 0; i < 1500; i++) {
            visits.add(new int[] {i % 3, 3 + i % 3, 6 + i % 3});
        }

        var tuned = TunedBlend.nextClick(Sessions.of(visits, 9), _ -> _ -> 1, 1);

        var ranked = tuned.ranked().orElseThrow();
        assertThat(ranked.came()).as("two clicks of each of 150 visits").isEqualTo(300);
        assertThat(tuned.blend().parts())
                .extracting(Blend.Part::model, Blend.Part::weight)
                .containsExactlyInAnyOrder(tuple(tuned.weighed(), 1.0), tuple(ranked.model(), 3.0));
        var scores = new float[9];
        ranked.model().score(Shopper.inSession(1, 4), scores);
        assertThat(scores[7]).as("it knows visits").isEqualTo(1);
        ranked.model().score(Shopper.withBaskets(new int[] {1}), scores);
        assertThat(scores).as("and only visits").containsOnly(0);
    }

    @Test
    void where_there_is_more_than_a_ranker_suits_the_weighed_models_answer_alone() {
        var tuned = TunedBlend.nextBasket(twoFavourites(200), RankerTrainer.NONE, 1);

        assertThat(tuned.ranked()).isEmpty();
        assertThatThrownBy(() -> RankerTrainer.NONE.train(new RankedBefore()))
                .hasMessage("nothing was to be learned");
    }

    @Test
    void from_little_that_came_no_ranker_learns() {
        RankerTrainer never =
                _ -> {
                    throw new AssertionError("there is too little");
                };

        var tuned = TunedBlend.nextBasket(twoFavourites(199), never, 1);

        assertThat(tuned.ranked()).isEmpty();
        assertThat(tuned.blend()).isSameAs(tuned.weighed());
    }

    @Test
    void what_is_only_popular_is_not_personal() {
        var tuned = TunedBlend.nextBasket(twoFavourites(200), _ -> _ -> 0, 1);

        assertThat(tuned.weighed().parts())
                .extracting(part -> part.model().source())
                .contains(Source.POPULAR);
        var personal = tuned.personal();
        assertThat(personal.source()).isEqualTo(Source.BASKET_NEIGHBOURS);
        assertThat(personal.parts()).hasSize(2);
        var weighed = (Blend) personal.parts().getFirst().model();
        assertThat(weighed.parts())
                .isNotEmpty()
                .extracting(part -> part.model().source())
                .doesNotContain(Source.POPULAR);
    }

    /** Everybody buys one of two products again and again. */
    private static Interactions twoFavourites(int customers) {
        var all = Interactions.builder();
        for (int i = 0; i < customers; i++) {
            all.customer().basket(1, i % 2).basket(2, i % 2).basket(3, i % 2);
        }
        return all.build(2);
    }

    @Test
    void new_items_are_those_of_alike_customers() {
        var all = Interactions.builder();
        for (int i = 0; i < 60; i++) {
            boolean tea = i % 2 == 0;
            var basket = new ArrayList<Integer>();
            for (int product = 0; product < 12; product++) {
                if ((i + product) % 5 != 0) {
                    basket.add(tea ? product : 12 + product);
                }
            }
            all.customer().basket(1, basket.stream().mapToInt(one -> one).toArray());
        }
        var tuned = TunedBlend.newItems(all.build(24), List.of(), 1);
        var scores = new float[24];

        tuned.blend().score(Shopper.withBaskets(new int[] {0, 1, 2}), scores);
        scores[0] = scores[1] = scores[2] = 0;

        assertThat(ints(Best.of(scores, 9))).allMatch(product -> product < 12);
    }

    @Test
    void models_from_outside_take_part_where_they_suit() {
        var all = Interactions.builder().customer().basket(1, 0, 1, 2, 3, 4, 5, 6, 7).build(8);
        Trainer good = _ -> new CountingModelsTest.Fixed("outside-1", 1);
        Trainer tooLarge =
                new Trainer() {
                    @Override
                    public CandidateModel train(Interactions some) {
                        throw new AssertionError("too large");
                    }

                    @Override
                    public boolean suits(Interactions some) {
                        return some.products() > 8;
                    }
                };

        var tuned = TunedBlend.newItems(all, List.of(good, tooLarge), 1);

        assertThat(tuned.alone()).extracting(TunedBlend.Alone::version).contains("outside-1");
    }

    @Test
    void the_next_click_follows_the_visits_before() {
        var visits = new ArrayList<int[]>();
        for (int i = 0; i < 60; i++) {
            visits.add(new int[] {i % 3, 3 + i % 3, 6 + i % 3});
        }
        var tuned = TunedBlend.nextClick(Sessions.of(visits, 9), RankerTrainer.NONE, 1);
        var scores = new float[9];

        tuned.blend().score(Shopper.inSession(1, 4), scores);

        assertThat(Best.of(scores, 1)).containsExactly(7);
    }

    @Test
    void too_little_to_hold_anything_out_still_answers() {
        var one = Interactions.builder().customer().basket(1, TEA).build(2);
        var scores = new float[2];

        TunedBlend.nextBasket(one, RankerTrainer.NONE, 1).blend().score(Shopper.NOBODY, scores);
        assertThat(Best.of(scores, 5)).containsExactly(TEA);
        TunedBlend.newItems(one, List.of(), 1).blend().score(Shopper.NOBODY, scores);
        assertThat(Best.of(scores, 5)).containsExactly(TEA);
        TunedBlend.nextClick(Sessions.of(List.of(new int[] {MILK}), 2), RankerTrainer.NONE, 1)
                .blend()
                .score(Shopper.NOBODY, scores);
        assertThat(Best.of(scores, 5)).containsExactly(MILK);
    }

    private static List<Integer> ints(int[] products) {
        return Arrays.stream(products).boxed().toList();
    }
}
