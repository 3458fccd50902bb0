package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;

class CountingModelsTest {
    private static final Offset<Float> ABOUT = within(1e-5f);
    private static final int TEA = 0;
    private static final int MILK = 1;
    private static final int SALT = 2;
    private static final int JAM = 3;

    private static final Shopper TEA_LOVER =
            Shopper.withBaskets(new int[][] {{TEA, MILK}, {TEA}, {TEA, SALT}});

    /** Two who buy tea and milk, one of them jam too, and one who buys salt alone. */
    private final Interactions shop =
            Interactions.builder()
                    .customer()
                    .basket(1, TEA, MILK)
                    .basket(2, TEA)
                    .customer()
                    .basket(1, TEA, MILK)
                    .basket(3, JAM)
                    .customer()
                    .basket(1, SALT)
                    .build(4);

    @Test
    void personal_frequency_is_the_share_of_own_baskets() {
        var model = PersonalFrequency.decaying(1);

        assertThat(scores(model, TEA_LOVER))
                .containsExactly(new float[] {1, 1 / 3f, 1 / 3f, 0}, ABOUT);
        assertThat(model.source()).isEqualTo(Source.BOUGHT_BEFORE);
        assertThat(model.why(TEA_LOVER, TEA)).hasValue(new Why("BOUGHT_BEFORE", 3, 3, List.of()));
        assertThat(model.why(TEA_LOVER, JAM)).isEmpty();
    }

    @Test
    void with_decay_the_last_basket_counts_most() {
        assertThat(scores(PersonalFrequency.decaying(.5), TEA_LOVER))
                .containsExactly(new float[] {1, .25f / 1.75f, 1 / 1.75f, 0}, ABOUT);
    }

    @Test
    void of_the_last_baskets_no_older_one_counts() {
        assertThat(scores(PersonalFrequency.ofLast(2), TEA_LOVER))
                .containsExactly(new float[] {1, 0, .5f, 0}, ABOUT);
        assertThat(scores(PersonalFrequency.ofLast(9), TEA_LOVER))
                .containsExactly(new float[] {1, 1 / 3f, 1 / 3f, 0}, ABOUT);
    }

    @Test
    void groups_decay_within_and_between_and_the_later_ones_are_larger() {
        // Two groups: {tea, milk} and {tea}, {tea, salt}.
        assertThat(scores(PersonalFrequency.grouped(2, .9, .7), TEA_LOVER))
                .containsExactly(
                        new float[] {
                            .7f / 2 + (.9f + 1) / 2 / 2, .7f / 2, 1f / 2 / 2, 0,
                        },
                        ABOUT);
    }

    @Test
    void fewer_baskets_than_groups_are_a_group_each() {
        assertThat(scores(PersonalFrequency.grouped(7, .9, .5), TEA_LOVER))
                .containsExactly(new float[] {(.25f + .5f + 1) / 3, .25f / 3, 1f / 3, 0}, ABOUT);
    }

    @Test
    void popularity_is_counted_among_customers_baskets_or_last_baskets() {
        assertThat(scores(Popular.amongCustomers(shop), Shopper.NOBODY))
                .containsExactly(new float[] {2 / 3f, 2 / 3f, 1 / 3f, 1 / 3f}, ABOUT);
        assertThat(scores(Popular.amongBaskets(shop), Shopper.NOBODY))
                .containsExactly(new float[] {3 / 5f, 2 / 5f, 1 / 5f, 1 / 5f}, ABOUT);
        assertThat(scores(Popular.amongLastBaskets(shop), Shopper.NOBODY))
                .containsExactly(new float[] {1 / 3f, 0, 1 / 3f, 1 / 3f}, ABOUT);
        assertThat(Popular.amongBaskets(shop).why(Shopper.NOBODY, TEA))
                .hasValue(new Why("FALLBACK_POPULAR", 3, 5, List.of()));
        assertThat(Popular.amongLastBaskets(shop).why(Shopper.NOBODY, MILK)).isEmpty();
        assertThat(Popular.amongBaskets(shop).why(Shopper.NOBODY, 99)).isEmpty();
    }

    @Test
    void somebody_without_a_basket_counts_among_customers_only() {
        var all = Interactions.builder().customer().customer().basket(1, TEA).build(1);

        assertThat(scores(Popular.amongCustomers(all), Shopper.NOBODY)[TEA]).isEqualTo(.5f);
        assertThat(scores(Popular.amongLastBaskets(all), Shopper.NOBODY)[TEA]).isEqualTo(1);
        assertThat(
                        scores(
                                Popular.amongCustomers(Interactions.builder().build(1)),
                                Shopper.NOBODY)[0])
                .isZero();
    }

    @Test
    void what_is_never_bought_again_sinks_below_what_is() {
        // Everybody buys tea again and a lamp never.
        int lamp = 1;
        var all = Interactions.builder();
        for (int i = 0; i < 20; i++) {
            all.customer().basket(1, TEA, lamp).basket(2, TEA);
        }
        var model = new Repurchase(all.build(2), new Repurchase.Settings(1, 1, 2, 1));

        var scores = scores(model, Shopper.withBaskets(new int[] {TEA, lamp}), 2);

        assertThat(scores[TEA]).isCloseTo((20 + 2 * .5f) / 22, ABOUT);
        assertThat(scores[lamp]).isCloseTo(2 * .5f / 22, ABOUT);
        assertThat(model.why(TEA_LOVER, TEA)).isPresent();
        assertThat(model.source()).isEqualTo(Source.BOUGHT_BEFORE);
    }

    @Test
    void only_the_last_baskets_tell_what_is_bought_again() {
        // Tea came again long ago, milk lately.
        var all =
                Interactions.builder()
                        .customer()
                        .basket(1, TEA, MILK)
                        .basket(2, TEA)
                        .basket(3, MILK)
                        .build(2);
        var lately = new Repurchase(all, new Repurchase.Settings(1, 1, .1, 1));
        var always = new Repurchase(all, new Repurchase.Settings(1, 9, .1, 1));
        var both = Shopper.withBaskets(new int[] {TEA, MILK});

        assertThat(scores(lately, both, 2)[TEA]).isLessThan(scores(always, both, 2)[TEA]);
        assertThat(scores(lately, both, 2)[MILK]).isGreaterThan(scores(lately, both, 2)[TEA]);
    }

    @Test
    void a_product_without_history_keeps_its_frequency() {
        var none = new Repurchase(Interactions.builder().build(0), Repurchase.Settings.USUAL);

        assertThat(scores(none, Shopper.withBaskets(new int[] {TEA}), 1)[TEA]).isEqualTo(1);
    }

    @Test
    void basket_neighbours_bring_what_alike_histories_hold() {
        var model = new BasketNeighbours(shop, new BasketNeighbours.Settings(7, .9, .7, 1, .5));
        var scores = scores(model, Shopper.withBaskets(new int[][] {{TEA, MILK}, {TEA, MILK}}));

        // The nearest is who bought tea twice and milk once.
        assertThat(scores[TEA]).isGreaterThan(scores[MILK]);
        assertThat(scores[JAM]).isZero();
        assertThat(scores[SALT]).isZero();
        assertThat(model.why(TEA_LOVER, JAM)).isPresent();
    }

    @Test
    void more_neighbours_bring_more() {
        var model = new BasketNeighbours(shop, new BasketNeighbours.Settings(7, .9, .7, 300, .5));

        assertThat(scores(model, TEA_LOVER)[JAM]).isPositive();
    }

    @Test
    void whoever_has_the_same_history_adds_nothing() {
        var model = new BasketNeighbours(shop, BasketNeighbours.Settings.PUBLISHED.own(0));
        var users = new UserNeighbours(shop, UserNeighbours.Settings.PUBLISHED.own(0));
        var salt = Shopper.withBaskets(new int[] {SALT});

        assertThat(scores(users, salt)).containsExactly(0, 0, 0, 0);
        assertThat(scores(model, salt)[SALT]).isZero();
        assertThat(scores(model, Shopper.NOBODY)).containsExactly(0, 0, 0, 0);
        assertThat(scores(users, Shopper.NOBODY)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void user_neighbours_count_by_the_power_of_their_likeness() {
        var model = new UserNeighbours(shop, new UserNeighbours.Settings(100, .5, 2, 1));

        // Tea alone: both who bought it share one product of 2 and of 3.
        var scores = scores(model, Shopper.withBaskets(new int[] {TEA}));

        assertThat(scores[TEA]).isCloseTo(1 + .5f + .5f / 3, ABOUT);
        assertThat(scores[MILK]).isCloseTo(.5f / 2 + .5f / 3, ABOUT);
        assertThat(scores[JAM]).isCloseTo(.5f / 3, ABOUT);
        assertThat(scores[SALT]).isZero();
        assertThat(model.why(TEA_LOVER, JAM)).isPresent();
    }

    @Test
    void item_neighbours_are_nearer_the_more_often_the_same_people_buy_both() {
        var model = ItemNeighbours.ofCustomers(shop, 1, 10);
        var tea = Shopper.withBaskets(new int[] {TEA});

        assertThat(scores(model, tea))
                .containsExactly(
                        new float[] {0, 2 / 3f, 0, (float) (1 / (Math.sqrt(2) + 1))}, ABOUT);
        assertThat(model.why(tea, MILK)).hasValue(new Why("SIMILAR_BUYERS", 0, 0, List.of(TEA)));
        assertThat(model.why(tea, SALT)).isEmpty();
        assertThat(scores(model, Shopper.inSession(TEA))).containsExactly(scores(model, tea));
        assertThat(
                        scores(
                                model,
                                new Shopper(new int[][] {{TEA}}, new int[] {TEA}, new int[] {TEA})))
                .containsExactly(scores(model, tea));
    }

    @Test
    void a_product_hears_only_its_nearest() {
        var model = ItemNeighbours.ofCustomers(shop, 1, 1);

        // Jam hears one of tea and milk, the one with the lower number.
        assertThat(scores(model, Shopper.withBaskets(new int[] {MILK}))[JAM]).isZero();
        assertThat(scores(model, Shopper.withBaskets(new int[] {TEA}))[JAM]).isPositive();
    }

    @Test
    void products_that_came_after_the_training_are_let_be() {
        var stranger = new Shopper(new int[][] {{9, TEA}}, new int[] {8, TEA}, new int[] {7});
        for (var model : all(shop)) {
            var scores = scores(model, stranger, 12);
            assertThat(scores).hasSize(12);
            assertThat(scores(model, TEA_LOVER, 2)).hasSize(2);
        }
    }

    @Test
    void the_version_names_the_settings() {
        assertThat(all(shop).stream().map(CandidateModel::version))
                .doesNotHaveDuplicates()
                .allMatch(version -> version.matches("[a-z-]+-\\d+.*"));
    }

    @Test
    void whoever_leaves_takes_no_part_from_then_on() {
        var others =
                Interactions.builder()
                        .customer()
                        .basket(1, TEA, MILK)
                        .customer()
                        .basket(1, TEA, JAM);
        var both = others.build(4);
        var tea = Shopper.withBaskets(new int[] {TEA});
        for (CandidateModel model :
                List.of(
                        new BasketNeighbours(both, BasketNeighbours.Settings.PUBLISHED.own(0)),
                        new UserNeighbours(both, UserNeighbours.Settings.PUBLISHED.own(0)))) {
            var blend = new Blend(Source.BASKET_NEIGHBOURS, List.of(new Blend.Part(model, 1)));
            assertThat(scores(blend, tea)[JAM]).isPositive();
            assertThat(scores(blend.without(1), tea)[JAM]).isZero();
            assertThat(scores(blend.without(1), tea)[MILK]).isPositive();
            assertThat(scores(blend.without(1).without(0), tea)).containsExactly(0, 0, 0, 0);
            assertThat(scores(blend, tea)[JAM]).isPositive();
        }
        var popular = Popular.amongBaskets(both);
        assertThat(popular.without(1)).isSameAs(popular);
    }

    @Test
    void a_blend_does_not_depend_on_the_order_of_its_parts() {
        Seeds.tryMany(
                20,
                random -> {
                    var models = all(interactions(List.of(baskets(random), baskets(random))));
                    var parts = new ArrayList<Blend.Part>();
                    models.forEach(model -> parts.add(new Blend.Part(model, random.nextInt(4))));
                    var shuffled = new ArrayList<>(parts);
                    Collections.shuffle(shuffled, Random.from(random));
                    var asked = Shopper.withBaskets(baskets(random));
                    var one = new Blend(Source.BASKET_NEIGHBOURS, parts);
                    var other = new Blend(Source.BASKET_NEIGHBOURS, shuffled);

                    assertThat(scores(one, asked, 8)).containsExactly(scores(other, asked, 8));
                    assertThat(one.version()).isEqualTo(other.version());
                });
    }

    @Test
    void parts_of_a_blend_count_by_weight_whatever_the_height_of_their_scores() {
        var high = model("high-1", 30, 10, 0);
        var low = model("low-1", 0, .2f, .1f);
        var silent = model("silent-1", 0, 0, 0);
        var unused = model("unused-1", 5, 5, 5);
        var blend =
                new Blend(
                        Source.POPULAR,
                        List.of(
                                new Blend.Part(high, 1),
                                new Blend.Part(low, 2),
                                new Blend.Part(silent, 3),
                                new Blend.Part(unused, 0)));

        assertThat(scores(blend, Shopper.NOBODY, 3))
                .containsExactly(new float[] {1, 1 / 3f + 2, 1}, ABOUT);
        assertThat(blend.version())
                .isEqualTo("blend-1(1.0 x high-1 + 2.0 x low-1 + 3.0 x silent-1)");
        assertThat(blend.source()).isEqualTo(Source.POPULAR);
        assertThat(blend.parts()).hasSize(3);
        assertThat(blend.why(Shopper.NOBODY, 1)).map(Why::code).hasValue("low-1");
        assertThat(blend.why(Shopper.NOBODY, 0)).map(Why::code).hasValue("high-1");
        assertThat(blend.why(Shopper.NOBODY, 7)).isEmpty();
    }

    @Test
    void what_a_model_is_against_or_what_is_no_number_says_nothing() {
        var odd = model("odd-1", -9, 2, Float.NaN, Float.POSITIVE_INFINITY);
        var plain = model("plain-1", 1, 1, 1, 1);
        var blend =
                new Blend(
                        Source.POPULAR, List.of(new Blend.Part(odd, 1), new Blend.Part(plain, 1)));

        assertThat(scores(blend, Shopper.NOBODY)).containsExactly(1, 2, 1, 1);
    }

    private static CandidateModel model(String version, float... fixed) {
        return new Fixed(version, fixed);
    }

    /** Always the same scores; a reason where there is one. */
    @SuppressWarnings("ArrayRecordComponent")
    record Fixed(String version, float... fixed) implements CandidateModel {
        @Override
        public Source source() {
            return Source.POPULAR;
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            System.arraycopy(fixed, 0, scores, 0, Math.min(scores.length, fixed.length));
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            return product < fixed.length && fixed[product] > 0
                    ? Optional.of(new Why(version, 0, 0, List.of()))
                    : Optional.empty();
        }
    }

    private static List<CandidateModel> all(Interactions all) {
        return List.of(
                PersonalFrequency.decaying(.9),
                PersonalFrequency.ofLast(5),
                PersonalFrequency.grouped(7, .9, .7),
                Popular.amongBaskets(all),
                Popular.amongCustomers(all),
                Popular.amongLastBaskets(all),
                new Repurchase(all, Repurchase.Settings.USUAL),
                new BasketNeighbours(all, BasketNeighbours.Settings.PUBLISHED),
                new UserNeighbours(all, UserNeighbours.Settings.PUBLISHED),
                ItemNeighbours.ofCustomers(all, 20, 5));
    }

    private static Interactions interactions(List<int[][]> customers) {
        var all = Interactions.builder();
        for (int[][] baskets : customers) {
            all.customer();
            for (int i = 0; i < baskets.length; i++) {
                all.basket(i, baskets[i]);
            }
        }
        return all.build(8);
    }

    private static int[][] baskets(RandomGenerator random) {
        int[][] baskets = new int[1 + random.nextInt(5)][];
        for (int i = 0; i < baskets.length; i++) {
            baskets[i] = random.ints(1 + random.nextInt(4), 0, 8).distinct().toArray();
        }
        return baskets;
    }

    private static float[] scores(CandidateModel model, Shopper shopper) {
        return scores(model, shopper, 4);
    }

    private static float[] scores(CandidateModel model, Shopper shopper, int size) {
        var scores = new float[size];
        Arrays.fill(scores, 99);
        model.score(shopper, scores);
        return scores;
    }
}
