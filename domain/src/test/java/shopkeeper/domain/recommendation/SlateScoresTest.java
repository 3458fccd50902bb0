package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static shopkeeper.domain.recommendation.SlateShop.codes;
import static shopkeeper.domain.recommendation.SlateShop.shown;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.domain.kernel.ProductId;

/** How much exactly a rule moves a product, seen in the scores that are shown. */
class SlateScoresTest {
    private static final SlatePolicy DAMPED = SlateShop.policy(Occasion.HOME, 0.2, 0, 0, 0, 0);

    /** What nobody listed has a number all the same: tills sell what no catalog knows. */
    @Test
    void what_is_sold_and_in_no_catalog_is_neither_shown_nor_in_the_way() {
        var slate =
                new SlateShop()
                        .bought("ghost", 1)
                        .bought("phantom", 1)
                        .sells("tea", "milk")
                        .bought("tea", 1)
                        .bought("milk", 1)
                        .slate(4);

        assertThat(shown(slate)).containsExactly("milk", "tea");
        assertThat(slate.missing()).isEqualTo(2);
    }

    /** The most popular loses a fifth, half as popular a tenth. */
    @ParameterizedTest
    @CsvSource({"0, 1.0", "5, 0.9", "10, 0.8"})
    void the_more_popular_the_more_is_taken_off(int baskets, double left) {
        var slate =
                new SlateShop()
                        .policy(DAMPED)
                        .sells("tea", "rare", "top")
                        .bought("tea", baskets)
                        .bought("top", 10)
                        .says(Source.MATRIX, "tea", 4, "rare", 4)
                        .slate(2);

        assertThat(score(slate, "rare")).isEqualTo(1);
        assertThat(score(slate, "tea")).isCloseTo(left, within(1e-6));
    }

    @Test
    void liked_counts_a_fifth_more_and_tired_half_and_both_together() {
        var slate =
                new SlateShop()
                        .sells("plain", "liked", "tired", "both")
                        .says(Source.MATRIX, "plain", 5, "liked", 5, "tired", 5, "both", 5)
                        .wishes(
                                new Wishes(
                                        Set.of(),
                                        Set.of(),
                                        Set.of(new ProductId("liked"), new ProductId("both")),
                                        Set.of(new ProductId("tired"), new ProductId("both"))))
                        .slate(4);

        assertThat(shown(slate)).containsExactly("liked", "plain", "both", "tired");
        assertThat(score(slate, "plain")).isCloseTo(1 / 1.2, within(1e-6));
        assertThat(score(slate, "both")).isCloseTo(0.5, within(1e-6));
        assertThat(score(slate, "tired")).isCloseTo(0.5 / 1.2, within(1e-6));
    }

    @Test
    void what_goes_with_the_cart_and_is_of_another_kind_counts_so_much_more() {
        var slate =
                new SlateShop()
                        .policy(SlateShop.policy(Occasion.CART, 0, 0, 0, 0.5, 0))
                        .sells("tea", tea -> tea.in("drinks"))
                        .sells("juice", juice -> juice.in("drinks"))
                        .sells("scone", scone -> scone.in("cakes"))
                        .sells("thing")
                        .setting(cart("tea"))
                        .says(Source.BOUGHT_TOGETHER, "juice", 2, "scone", 2, "thing", 2)
                        .slate(3);

        assertThat(shown(slate)).startsWith("scone");
        assertThat(score(slate, "juice")).isCloseTo(1 / 1.5, within(1e-6));
        assertThat(score(slate, "thing")).isCloseTo(1 / 1.5, within(1e-6));
    }

    @Test
    void the_next_better_gets_more_the_more_popular_it_is() {
        var slate =
                new SlateShop()
                        .policy(SlateShop.policy(Occasion.PRODUCT_PAGE, 0, 0, 0, 0, 0.4))
                        .sells("mug", mug -> mug.in("mugs"))
                        .sells("better", mug -> mug.in("mugs"))
                        .sells("known", mug -> mug.in("mugs"))
                        .costs("mug", "10")
                        .costs("better", "12")
                        .costs("known", "12")
                        .bought("known", 8)
                        .setting(Setting.PLAIN.with(List.of(new ProductId("mug"))))
                        .slate(2);

        assertThat(shown(slate)).containsExactly("known", "better");
        assertThat(score(slate, "better")).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void what_is_boosted_is_a_candidate_before_the_slate_is_filled() {
        var shop = new SlateShop().policy(SlateShop.policy(Occasion.HOME, 0, 0, 0.5, 0, 0));
        for (int number = 10; number < 40; number++) {
            shop.sells("p" + number).says(Source.MATRIX, "p" + number, number);
        }

        var slate = shop.sells("own").promotes(List.of(), List.of("own", "no-such")).slate(4);

        assertThat(slate.pool().candidates())
                .filteredOn(one -> one.place() == Candidate.Place.BOOSTED)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.product()).isEqualTo(new ProductId("own"));
                    assertThat(one.lifts())
                            .extracting(Candidate.Lift::rule)
                            .containsExactly(Rule.FALLBACK_ASSORTMENT);
                });
        assertThat(slate.pool().candidates()).hasSize(21);
    }

    @Test
    void what_is_boosted_and_may_not_be_shown_is_no_candidate() {
        var slate =
                new SlateShop()
                        .policy(SlateShop.policy(Occasion.HOME, 0, 0, 1, 0, 0))
                        .sells("tea", "gin")
                        .isOut("gin")
                        .promotes(List.of(), List.of("gin"))
                        .slate(2);

        assertThat(shown(slate)).containsExactly("tea");
    }

    @Test
    void a_pool_holds_three_times_the_slate_and_twenty_at_least() {
        var shop = new SlateShop();
        for (int number = 0; number < 70; number++) {
            shop.sells("p" + number).says(Source.MATRIX, "p" + number, number + 1);
        }

        assertThat(shop.slate(2).pool().candidates()).hasSize(20);
        assertThat(shop.slate(10).pool().candidates()).hasSize(30);
    }

    @Test
    void of_what_several_models_say_the_weightier_reason_comes_first() {
        var slate =
                new SlateShop()
                        .sells("tea", "milk")
                        .says(new Telling(Source.BOUGHT_BEFORE, "MINOR", 1, 10))
                        .says(new Telling(Source.MATRIX, "MAJOR", 9, 10))
                        .slate(2);

        assertThat(codes(slate, "milk")).containsExactly("MAJOR", "MINOR");
    }

    @Test
    void a_successor_that_the_models_know_better_keeps_its_own_score() {
        var slate =
                new SlateShop()
                        .sells("lamp", lamp -> lamp.replacedBy("torch"))
                        .sells("torch", "tea")
                        .says(Source.MATRIX, "lamp", 2, "torch", 4, "tea", 8)
                        .slate(2);

        assertThat(shown(slate)).containsExactly("tea", "torch");
        assertThat(score(slate, "torch")).isCloseTo(0.5, within(1e-6));
        assertThat(codes(slate, "torch")).contains("REPLACES");
    }

    @Test
    void a_successor_of_what_nobody_wants_replaces_nothing_in_the_slate() {
        var slate =
                new SlateShop()
                        .sells("lamp", lamp -> lamp.replacedBy("torch"))
                        .sells("torch")
                        .says(Source.MATRIX, "torch", 4)
                        .slate(1);

        assertThat(codes(slate, "torch")).doesNotContain("REPLACES");
    }

    private static Setting cart(String... products) {
        return new Setting(
                List.of(),
                SlateShop.ids(List.of(products)),
                Optional.empty(),
                Optional.empty(),
                Language.ENGLISH,
                0);
    }

    private static double score(Slate slate, String product) {
        return slate.suggestions().stream()
                .filter(one -> one.product().value().equals(product))
                .mapToDouble(Suggestion::score)
                .findFirst()
                .orElseThrow();
    }

    /** Knows tea and milk: so much of the one, all of the other. */
    private record Telling(Source source, String code, float milk, float tea)
            implements CandidateModel {
        @Override
        public String version() {
            return code;
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            // Numbered in the order in which the shop lists them.
            scores[0] = tea;
            scores[1] = milk;
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            return Optional.of(new Why(code, 0, 0, List.of()));
        }
    }
}
