package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;
import static shopkeeper.domain.recommendation.SlateShop.codes;
import static shopkeeper.domain.recommendation.SlateShop.exclusion;
import static shopkeeper.domain.recommendation.SlateShop.ids;
import static shopkeeper.domain.recommendation.SlateShop.policy;
import static shopkeeper.domain.recommendation.SlateShop.shown;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.recommendation.SlateFilter.Bought;
import shopkeeper.domain.recommendation.SlateShop.Draft;

class SlateMakerTest {
    private final SlateShop shop = new SlateShop();

    @Test
    void the_best_come_first_and_of_equals_the_one_with_the_lower_code() {
        shop.sells("tea", "milk", "salt", "soap")
                .says(Source.POPULAR, "tea", 3, "soap", 5, "milk", 3);

        assertThat(shown(shop.slate(4))).containsExactly("soap", "milk", "tea", "salt");
    }

    @Test
    void the_score_says_how_a_product_compares_with_the_best() {
        shop.sells("tea", "milk").says(Source.POPULAR, "tea", 3, "milk", 1.5);

        assertThat(shop.slate(2).suggestions())
                .extracting(Suggestion::score, Suggestion::rank)
                .containsExactly(tuple(1.0, 1), tuple(0.5, 2));
    }

    @Test
    void each_source_speaks_with_its_weight_whatever_the_size_of_its_numbers() {
        shop.sells("tea", "milk")
                .policy(weighing(Map.of(Source.POPULAR, 0.5, Source.MATRIX, 1.0)))
                .says(Source.POPULAR, "tea", 900, "milk", 90)
                .says(Source.MATRIX, "milk", 0.01)
                .says(Source.TEXT, "tea", 5);

        var slate = shop.slate(2);

        // 0.5 x 0.1 + 1 against 0.5; TEXT has no weight here
        assertThat(shown(slate)).containsExactly("milk", "tea");
        assertThat(slate.suggestions().getLast().score()).isEqualTo(0.5 / 1.05);
        assertThat(slate.suggestions().getFirst().estimates())
                .extracting(Candidate.Estimate::source)
                .containsExactly(Source.POPULAR, Source.MATRIX);
    }

    @Test
    void a_model_that_lost_its_mind_says_nothing() {
        shop.sells("tea", "milk", "salt")
                .says(Source.MATRIX, "tea", Float.NaN, "milk", Float.POSITIVE_INFINITY, "salt", -1)
                .says(Source.POPULAR, "salt", 1);

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("salt", "milk", "tea");
        assertThat(slate.suggestions().getFirst().score()).isEqualTo(1);
    }

    @Test
    void what_the_shop_does_not_sell_is_neither_shown_nor_named() {
        shop.sells("tea")
                .sells("gone", Draft::takenOut)
                .says(Source.POPULAR, "gone", 9, "never-listed", 8, "tea", 1);

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("tea");
        assertThat(slate.pool().excluded()).isEmpty();
        assertThat(slate.missing()).isEqualTo(2);
        assertThat(slate.pool().counts()).containsExactly(Map.entry(Exclusion.NOT_SOLD, 1));
    }

    @Test
    void what_is_not_here_is_left_out_and_named() {
        shop.sells("tea", "milk", "salt")
                .isOut("tea", "salt")
                .says(Source.POPULAR, "tea", 3, "milk", 2, "salt", 1);

        var slate = shop.slate(2);

        assertThat(shown(slate)).containsExactly("milk");
        assertThat(slate.outOfStock()).isEqualTo(ids(List.of("tea", "salt")));
        assertThat(slate.missing()).isEqualTo(1);
        assertThat(slate.pool().counts()).containsExactly(Map.entry(Exclusion.OUT_OF_STOCK, 2));
    }

    @Test
    void an_empty_slate_says_why() {
        shop.sells("tea").isOut("tea");

        var slate = shop.slate(1);

        assertThat(slate.suggestions()).isEmpty();
        assertThat(slate.personal()).isFalse();
        assertThat(slate.missing()).isEqualTo(1);
        assertThat(slate.pool().counts()).containsExactly(Map.entry(Exclusion.OUT_OF_STOCK, 1));
    }

    @Test
    void where_the_slate_is_full_nothing_needs_to_be_counted() {
        shop.sells("tea", "milk").isOut("milk");

        assertThat(shop.slate(1).pool().counts()).isEmpty();
        assertThat(shop.slate(1).missing()).isZero();
    }

    @Test
    void an_age_limit_holds_until_somebody_confirmed_the_age() {
        shop.sells("tea").sells("gin", draft -> draft.from(18)).says(Source.POPULAR, "gin", 9);

        assertThat(shown(shop.slate(2))).containsExactly("tea");
        assertThat(exclusion(shop.slate(2), "gin")).contains(Exclusion.AGE_LIMIT);
        assertThat(shown(shop.setting(aged(17)).slate(2))).containsExactly("tea");
        assertThat(shown(shop.setting(aged(18)).slate(2))).containsExactly("gin", "tea");
    }

    @Test
    void what_is_hidden_or_did_not_help_is_absent() {
        shop.sells("tea", "milk", "salt")
                .says(Source.POPULAR, "tea", 3, "milk", 2, "salt", 1)
                .wishes(wishes("tea", "milk", "", ""));

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("salt");
        assertThat(exclusion(slate, "tea")).contains(Exclusion.HIDDEN);
        assertThat(exclusion(slate, "milk")).contains(Exclusion.NOT_HELPFUL);
    }

    @Test
    void what_helped_counts_more_and_what_nobody_clicks_counts_less() {
        shop.sells("tea", "milk", "salt")
                .says(Source.POPULAR, "tea", 10, "milk", 9, "salt", 8)
                .wishes(wishes("", "", "salt", "tea"));

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("salt", "milk", "tea");
        assertThat(codes(slate, "salt")).contains("LIKED");
        assertThat(codes(slate, "tea")).doesNotContain("TIRED");
        assertThat(slate.suggestions().getLast().score()).isEqualTo(0.5 / 0.96);
    }

    @Test
    void whoever_has_one_needs_no_second_one_of_some_things() {
        shop.sells("tea")
                .sells("kettle", Draft::boughtOnce)
                .says(Source.POPULAR, "kettle", 9)
                .customerBought("kettle", "tea");

        assertThat(shown(shop.slate(2))).containsExactly("tea");
        assertThat(exclusion(shop.slate(2), "kettle")).contains(Exclusion.BOUGHT_ALREADY);
    }

    @Test
    void a_placement_shows_only_what_is_new_or_only_what_was_bought_before() {
        shop.sells("tea", "milk").says(Source.POPULAR, "tea", 2, "milk", 1).customerBought("tea");

        assertThat(shown(shop.filter(bought(Bought.NEW)).slate(2))).containsExactly("milk");
        assertThat(exclusion(shop.slate(2), "tea")).contains(Exclusion.BOUGHT_ALREADY);
        assertThat(shown(shop.filter(bought(Bought.AGAIN)).slate(2))).containsExactly("tea");
        assertThat(exclusion(shop.slate(2), "milk")).contains(Exclusion.FILTERED);
        assertThat(shown(shop.filter(bought(Bought.ANY)).slate(2))).containsExactly("tea", "milk");
    }

    @Test
    void a_placement_filters_by_category_brand_product_and_price() {
        shop.sells("tea", draft -> draft.in("drinks").by("Twinings"))
                .sells("milk", draft -> draft.in("drinks").by("Arla"))
                .sells("salt", draft -> draft.in("spices"))
                .sells("odd")
                .costs("tea", "2.95")
                .costs("milk", "0.99")
                .costs("salt", "0.98");

        assertThat(with("drinks", "", "", "", null, null)).containsExactly("milk", "tea");
        assertThat(with("", "drinks", "", "", null, null)).containsExactly("odd", "salt");
        assertThat(with("", "", "Arla", "", null, null)).containsExactly("milk");
        assertThat(with("", "", "", "odd", null, null)).containsExactly("milk", "salt", "tea");
        assertThat(with("", "", "", "", "0.99", null)).containsExactly("milk", "tea");
        assertThat(with("", "", "", "", null, "0.99")).containsExactly("milk", "salt");
        assertThat(with("", "", "", "", "0.99", "2.94")).containsExactly("milk");
        assertThat(with("unheard of", "", "", "", null, null)).isEmpty();
        assertThat(with("", "unheard of", "", "", null, null)).hasSize(4);
        assertThat(with("", "", "unheard of", "", null, null)).isEmpty();
    }

    @Test
    void a_filter_that_nothing_can_pass_is_no_filter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter("", "", "", "", "2", "1"))
                .withMessage("the lowest price 2 is above the highest 1");
        assertThat(filter("", "", "", "", "1", "1").asksForPrice()).isTrue();
    }

    @Test
    void a_successor_stands_in_for_what_it_replaces() {
        shop.sells("new")
                .sells("tea")
                .sells("older", draft -> draft.replacedBy("old"))
                .sells("old", draft -> draft.replacedBy("new"))
                .says(Source.MATRIX, "older", 9, "tea", 3, "new", 1);

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("new", "tea");
        assertThat(codes(slate, "new")).contains("REPLACES");
        assertThat(slate.pool().counts()).containsExactly(Map.entry(Exclusion.REPLACED, 2));
    }

    @Test
    void what_is_said_of_a_product_is_said_of_its_successor() {
        for (var said : List.of("bought", "hidden", "unhelpful", "left out", "in the cart")) {
            var one = new SlateShop();
            one.sells("kettle", draft -> draft.boughtOnce().replacedBy("kettle-2"))
                    .sells("kettle-2", Draft::boughtOnce)
                    .sells("tea")
                    .says(Source.POPULAR, "kettle", 9, "tea", 1);
            switch (said) {
                case "bought" -> one.customerBought("kettle");
                case "hidden" -> one.wishes(wishes("kettle", "", "", ""));
                case "unhelpful" -> one.wishes(wishes("", "kettle", "", ""));
                case "left out" -> one.filter(filter("", "", "", "kettle", null, null));
                default -> one.setting(at(List.of(), List.of("kettle")));
            }
            assertThat(shown(one.slate(2))).as(said).containsExactly("tea");
        }
    }

    @Test
    void what_was_bought_before_may_be_bought_again_as_its_successor() {
        shop.sells("old", draft -> draft.replacedBy("new"))
                .sells("new", "tea")
                .says(Source.POPULAR, "old", 2, "tea", 9)
                .customerBought("old");

        assertThat(shown(shop.filter(bought(Bought.AGAIN)).slate(2))).containsExactly("new");
        assertThat(shown(shop.filter(bought(Bought.NEW)).slate(2))).containsExactly("tea");
    }

    @Test
    void a_successor_is_told_with_the_reason_of_what_it_replaces() {
        shop.sells("old", draft -> draft.replacedBy("new"))
                .sells("new")
                .says(Source.MATRIX, "old", 2);

        assertThat(shop.slate(1).suggestions().getFirst().reasons())
                .containsExactly(
                        new Reason(
                                "CO_PURCHASED",
                                "bought together 2 times with old, you bought",
                                ids(List.of("old"))),
                        new Reason("REPLACES", "sold in place of old", ids(List.of("old"))));
    }

    @Test
    void a_cycle_of_replacements_replaces_nothing() {
        shop.sells("a", draft -> draft.replacedBy("b"))
                .sells("b", draft -> draft.replacedBy("a"))
                .sells("c", draft -> draft.replacedBy("a"))
                .says(Source.POPULAR, "a", 3, "b", 2, "c", 1);

        assertThat(shown(shop.slate(3))).containsExactly("a", "b", "c");
    }

    @Test
    void what_nobody_can_buy_replaces_nothing() {
        shop.sells("old", draft -> draft.replacedBy("gone"))
                .sells("gone", Draft::takenOut)
                .sells("older", draft -> draft.replacedBy("never-listed"));

        assertThat(shown(shop.slate(2))).containsExactly("old", "older");
    }

    @Test
    void what_is_in_the_cart_or_on_the_page_is_not_repeated() {
        shop.sells("tea", "milk", "salt").setting(at(List.of("tea"), List.of("milk")));

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("salt");
        assertThat(slate.pool().counts()).containsExactly(Map.entry(Exclusion.ALREADY_HERE, 2));
    }

    @Test
    void another_need_that_goes_with_the_cart_counts_more() {
        shop.sells("tea", draft -> draft.in("drinks"))
                .sells("juice", draft -> draft.in("drinks"))
                .sells("scone", draft -> draft.in("cakes"))
                .sells("odd")
                .policy(policy(Occasion.CART, 0, 0, 0, 0.5, 0))
                .setting(at(List.of(), List.of("tea")))
                .says(Source.BOUGHT_TOGETHER, "juice", 10, "scone", 8, "odd", 7);

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("scone", "juice", "odd");
        assertThat(codes(slate, "scone")).contains("CROSS_SELL");
        assertThat(codes(slate, "juice")).doesNotContain("CROSS_SELL");
        assertThat(codes(slate, "odd")).doesNotContain("CROSS_SELL");
    }

    @Test
    void what_is_only_looked_at_in_the_same_visits_does_not_go_with_the_cart() {
        shop.sells("tea", draft -> draft.in("drinks"))
                .sells("scone", draft -> draft.in("cakes"))
                .policy(policy(Occasion.CART, 0, 0, 0, 0.5, 0))
                .setting(at(List.of(), List.of("tea")))
                .says(Source.SESSION_NEIGHBOURS, "scone", 8);

        assertThat(codes(shop.slate(1), "scone")).isNotEmpty().doesNotContain("CROSS_SELL");
    }

    @Test
    void what_goes_with_something_else_the_shopper_has_does_not_go_with_the_cart() {
        shop.sells("coffee", draft -> draft.in("drinks"))
                .sells("soap", draft -> draft.in("bath"))
                .sells("filters", draft -> draft.in("kitchen"))
                .sells("sponge", draft -> draft.in("cleaning"))
                .policy(policy(Occasion.CART, 0, 0, 0, 0.5, 0))
                .customerBought("coffee")
                .setting(at(List.of(), List.of("soap")))
                .says(
                        new With(
                                Map.of(
                                        shop.number(new ProductId("coffee")),
                                        shop.number(new ProductId("filters")),
                                        shop.number(new ProductId("soap")),
                                        shop.number(new ProductId("sponge")))));

        var slate = shop.slate(2);

        assertThat(shown(slate)).containsExactly("sponge", "filters");
        assertThat(codes(slate, "sponge")).contains("CROSS_SELL");
        assertThat(codes(slate, "filters")).doesNotContain("CROSS_SELL");
    }

    /** Knows one companion of each. */
    private record With(Map<Integer, Integer> companion) implements CandidateModel {
        @Override
        public Source source() {
            return Source.MATRIX;
        }

        @Override
        public String version() {
            return "with";
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            Arrays.fill(scores, 0);
            for (int product : shopper.products()) {
                if (companion.containsKey(product)) {
                    scores[companion.getOrDefault(product, 0)] = 1;
                }
            }
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            return Optional.empty();
        }
    }

    @Test
    void what_is_merely_popular_does_not_go_with_the_cart() {
        shop.sells("tea", draft -> draft.in("drinks"))
                .sells("juice", draft -> draft.in("drinks"))
                .sells("scone", draft -> draft.in("cakes"))
                .policy(policy(Occasion.CART, 0, 0, 0, 0.5, 0))
                .setting(at(List.of(), List.of("tea")))
                .says(Source.POPULAR, "juice", 10, "scone", 8);

        assertThat(shown(shop.slate(2))).containsExactly("juice", "scone");
    }

    @Test
    void the_next_better_of_the_same_kind_is_offered_where_it_leaves_the_shop_no_less() {
        shop.sells("tea", draft -> draft.in("drinks").margin("0.3"))
                .sells("fine", draft -> draft.in("drinks").margin("0.3"))
                .sells("poor", draft -> draft.in("drinks").margin("0.2"))
                .sells("same", draft -> draft.in("drinks"))
                .sells("dear", draft -> draft.in("drinks"))
                .sells("priceless", draft -> draft.in("drinks"))
                .sells("cup", draft -> draft.in("cups"))
                .costs("tea", "2.00")
                .costs("fine", "2.10")
                .costs("poor", "2.50")
                .costs("same", "2.09")
                .costs("dear", "3.21")
                .costs("cup", "2.50")
                .policy(policy(Occasion.PRODUCT_PAGE, 0, 0, 0, 0, 0.3))
                .setting(at(List.of("tea"), List.of()));

        var slate = shop.slate(6);

        assertThat(shown(slate).getFirst()).isEqualTo("fine");
        assertThat(slate.suggestions().getFirst().reasons())
                .containsExactly(
                        new Reason("UP_SELL", "a better one than tea", ids(List.of("tea"))));
        assertThat(shown(slate)).hasSize(6);
        for (String other : List.of("poor", "same", "dear", "priceless", "cup")) {
            assertThat(codes(slate, other)).doesNotContain("UP_SELL");
        }
    }

    @Test
    void the_upper_end_of_the_next_price_belongs_to_it() {
        shop.sells("tea", draft -> draft.in("drinks"))
                .sells("most", draft -> draft.in("drinks"))
                .costs("tea", "2.00")
                .costs("most", "3.20")
                .policy(policy(Occasion.PRODUCT_PAGE, 0, 0, 0, 0, 0.3))
                .setting(at(List.of("tea"), List.of()));

        assertThat(codes(shop.slate(1), "most")).containsExactly("UP_SELL");
    }

    @Test
    void a_product_that_costs_nothing_has_no_next_price() {
        shop.sells("tea", draft -> draft.in("drinks"))
                .sells("fine", draft -> draft.in("drinks"))
                .costs("tea", "0.00")
                .costs("fine", "2.10")
                .policy(policy(Occasion.PRODUCT_PAGE, 0, 0, 0, 0, 0.3))
                .setting(at(List.of("tea"), List.of()));

        assertThat(codes(shop.slate(1), "fine")).containsExactly("FALLBACK_ASSORTMENT");
    }

    @Test
    void what_was_searched_for_is_found_by_the_words_of_its_name() {
        shop.sells("a", draft -> draft.named("Red mug"))
                .sells("b", draft -> draft.named("Blue Mug, large"))
                .sells("c", draft -> draft.named("Red hat"))
                .sells("d", draft -> draft.named("Pen"))
                .says(Source.POPULAR, "d", 1, "c", 0.1)
                .setting(searching("red MUG"));

        var slate = shop.slate(4);

        // d: 1; a: 0.5; c: 0.1 + 0.25; b: 0.25
        assertThat(shown(slate)).containsExactly("d", "a", "c", "b");
        assertThat(codes(slate, "a")).containsExactly("MATCHES_QUERY");
        assertThat(codes(slate, "d")).doesNotContain("MATCHES_QUERY");
    }

    @Test
    void a_page_about_a_category_prefers_what_is_in_it() {
        shop.sells("tea", draft -> draft.in("drinks"))
                .sells("salt", draft -> draft.in("spices"))
                .setting(about("spices"));

        var slate = shop.slate(2);

        assertThat(shown(slate)).containsExactly("salt", "tea");
        assertThat(codes(slate, "salt")).containsExactly("FITS_PAGE");
        assertThat(shown(shop.setting(about("unheard of")).slate(2)))
                .containsExactly("salt", "tea");
    }

    @Test
    void the_most_popular_gives_way_a_little() {
        shop.sells("hit", "tea")
                .bought("hit", 10)
                .bought("tea", 1)
                .says(Source.MATRIX, "hit", 10, "tea", 9);

        assertThat(shown(shop.slate(2))).containsExactly("hit", "tea");
        // 1 x (1 - 0.5 x 1) against 0.9 x (1 - 0.5 x 0.1)
        shop.policy(policy(Occasion.HOME, 0.5, 0, 0, 0, 0));
        assertThat(shown(shop.slate(2))).containsExactly("tea", "hit");
        assertThat(shop.slate(2).suggestions().getLast().score())
                .isEqualTo(0.5 / (0.9 * 0.95), within(1e-6));
    }

    @Test
    void a_slate_is_not_all_of_one_kind() {
        shop.sells("mug-1", draft -> draft.in("mugs"))
                .sells("mug-2", draft -> draft.in("mugs"))
                .sells("hat", draft -> draft.in("hats"))
                .says(Source.POPULAR, "mug-1", 10, "mug-2", 9, "hat", 7);

        assertThat(shown(shop.slate(2))).containsExactly("mug-1", "mug-2");
        shop.policy(policy(Occasion.HOME, 0, 0.5, 0, 0, 0));
        assertThat(shown(shop.slate(2))).containsExactly("mug-1", "hat");
        assertThat(shown(shop.slate(3))).containsExactly("mug-1", "hat", "mug-2");
    }

    @Test
    void names_and_brands_tell_likeness_too() {
        shop.sells("a", draft -> draft.named("red mug"))
                .sells("b", draft -> draft.named("red mug!"))
                .sells("c", draft -> draft.named("hat").by("X"))
                .sells("d", draft -> draft.named("pen").by("X"))
                .sells("e", draft -> draft.named("cup"))
                .says(Source.POPULAR, "a", 10, "b", 9.9, "c", 9, "d", 8.9, "e", 8.8)
                .policy(policy(Occasion.HOME, 0, 0.5, 0, 0, 0));

        assertThat(shown(shop.slate(5))).containsExactly("a", "c", "e", "d", "b");
    }

    @Test
    void what_is_pinned_comes_first_within_the_share_that_may_be_promoted() {
        shop.sells("a", "b", "c", "d", "x", "y")
                .says(Source.POPULAR, "a", 9, "b", 8, "c", 7, "d", 6, "x", 2, "y", 1)
                .policy(policy(Occasion.HOME, 0, 0, 0.25, 0, 0))
                .promotes(List.of("y", "x"), List.of());

        var slate = shop.slate(4);

        assertThat(shown(slate)).containsExactly("y", "a", "b", "c");
        assertThat(slate.suggestions().getFirst().reasons().getFirst())
                .isEqualTo(Reason.of("PINNED", "shown by the shop"));
        assertThat(shown(shop.slate(3))).containsExactly("a", "b", "c");
        assertThat(shown(shop.slate(6))).containsExactly("y", "a", "b", "c", "d", "x");
    }

    @Test
    void what_is_pinned_keeps_every_rule() {
        shop.sells("a", "b", "y")
                .isOut("y")
                .policy(policy(Occasion.HOME, 0, 0, 1, 0, 0))
                .promotes(List.of("y", "unheard-of", "b"), List.of("y", "unheard-of"));

        assertThat(shown(shop.slate(2))).containsExactly("b", "a");
    }

    @Test
    void what_is_boosted_passes_what_is_not_much_better() {
        shop.sells("a", "b", "c", "d", "x", "y")
                .says(Source.POPULAR, "a", 9, "b", 8, "c", 7, "d", 6, "x", 4, "y", 1)
                .policy(policy(Occasion.HOME, 0, 0, 0.25, 0, 0))
                .promotes(List.of(), List.of("x", "y", "a"));

        var slate = shop.slate(4);

        // a is there by itself, x counts twice and passes c, and then the share is used up
        assertThat(shown(slate)).containsExactly("a", "b", "x", "c");
        assertThat(codes(slate, "x")).startsWith("BOOSTED");
        assertThat(codes(slate, "a")).doesNotContain("BOOSTED");
    }

    @Test
    void what_is_boosted_takes_part_where_no_model_knows_it() {
        shop.sells("a", "x").says(Source.POPULAR, "a", 9).promotes(List.of(), List.of("x"));

        var slate = shop.slate(2);

        assertThat(shown(slate)).containsExactly("a", "x");
        assertThat(codes(slate, "x")).containsExactly("FALLBACK_ASSORTMENT");
    }

    @Test
    void where_nobody_knows_anything_what_is_boosted_takes_its_share_and_no_more() {
        var shelf = IntStream.range(0, 50).mapToObj("p%02d"::formatted).toList();
        shelf.forEach(shop::sells);
        shop.policy(policy(Occasion.HOME, 0, 0, 0.25, 0, 0))
                .promotes(List.of(), shelf.subList(0, 10));

        var slate = shop.slate(4);

        assertThat(shown(slate)).containsExactly("p00", "p10", "p11", "p12");
        assertThat(codes(slate, "p00")).startsWith("BOOSTED");
    }

    @Test
    void what_is_boosted_fills_a_slate_where_the_shop_sells_nothing_else() {
        shop.sells("a", "b", "c")
                .policy(policy(Occasion.HOME, 0, 0, 0.25, 0, 0))
                .promotes(List.of(), List.of("a", "b"));

        assertThat(shown(shop.slate(3))).containsExactly("c", "a", "b");
    }

    @Test
    void what_is_popular_fills_a_slate_and_then_anything_that_is_sold() {
        shop.sells("a", "b", "c", "d").bought("b", 1).bought("c", 3).says(Source.MATRIX, "d", 1);

        var slate = shop.slate(4);

        assertThat(shown(slate)).containsExactly("d", "c", "b", "a");
        assertThat(slate.suggestions().get(1).reasons())
                .containsExactly(Reason.of("FALLBACK_POPULAR", "in 3 baskets of the shop"));
        assertThat(slate.suggestions().get(3).reasons())
                .containsExactly(Reason.of("FALLBACK_ASSORTMENT", "one of what the shop sells"));
    }

    @Test
    void reasons_are_in_the_language_of_the_customer() {
        shop.sells("tea", draft -> draft.named("Tee")).sells("milk").says(Source.MATRIX, "tea", 1);
        shop.setting(speaking(Language.of(Locale.forLanguageTag("de-CH"))));

        assertThat(shop.slate(2).suggestions())
                .flatExtracting(Suggestion::reasons)
                .extracting(Reason::text)
                .containsExactly(
                        "2-mal zusammen mit Tee gekauft, das Sie gekauft haben",
                        "aus dem Sortiment des Ladens");
    }

    @Test
    void a_slate_is_personal_where_a_model_that_knows_the_customer_had_a_say() {
        shop.sells("tea", "milk").says(Source.POPULAR, "tea", 1);
        assertThat(shop.slate(2).personal()).isFalse();

        shop.says(Source.MATRIX, "milk", 1);
        assertThat(shop.slate(2).personal()).isFalse();
        assertThat(shop.customerSaw("tea").slate(2).personal()).isTrue();
    }

    @Test
    void a_history_that_no_model_uses_does_not_make_a_slate_personal() {
        shop.sells("tea", "milk")
                .customerBought("milk")
                .says(Source.POPULAR, "tea", 1)
                .says(Source.TRENDING, "tea", 1)
                .says(Source.SEASONAL, "milk", 1);

        assertThat(shop.slate(2).personal()).isFalse();
    }

    @Test
    void a_slate_holds_1_to_100_products() {
        shop.sells("tea");

        assertThat(shop.slate(100).suggestions()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.slate(0))
                .withMessage("a slate holds 1 to 100 products, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> shop.slate(101));
    }

    private List<String> with(
            String category,
            String withoutCategory,
            String brand,
            String without,
            @Nullable String min,
            @Nullable String max) {
        return shown(
                shop.filter(filter(category, withoutCategory, brand, without, min, max)).slate(4));
    }

    private static SlateFilter filter(
            String category,
            String withoutCategory,
            String brand,
            String without,
            @Nullable String min,
            @Nullable String max) {
        return new SlateFilter(
                words(category),
                words(withoutCategory),
                words(brand),
                Set.copyOf(ids(List.copyOf(words(without)))),
                Optional.ofNullable(min).map(BigDecimal::new),
                Optional.ofNullable(max).map(BigDecimal::new),
                Bought.ANY);
    }

    private static Set<String> words(String word) {
        return word.isEmpty() ? Set.of() : Set.of(word);
    }

    private static SlateFilter bought(Bought what) {
        return new SlateFilter(
                Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), what);
    }

    private static Wishes wishes(String hidden, String unhelpful, String liked, String tired) {
        return new Wishes(product(hidden), product(unhelpful), product(liked), product(tired));
    }

    private static Set<ProductId> product(String id) {
        return id.isEmpty() ? Set.of() : Set.of(new ProductId(id));
    }

    private static SlatePolicy weighing(Map<Source, Double> weights) {
        return new SlatePolicy(Occasion.HOME, 1, weights, 0, 0, 0, 0, 0);
    }

    private static Setting at(List<String> page, List<String> cart) {
        return setting(page, cart, null, null, Language.ENGLISH, 0);
    }

    private static Setting aged(int age) {
        return setting(List.of(), List.of(), null, null, Language.ENGLISH, age);
    }

    private static Setting about(String category) {
        return setting(List.of(), List.of(), category, null, Language.ENGLISH, 0);
    }

    private static Setting searching(String query) {
        return setting(List.of(), List.of(), null, query, Language.ENGLISH, 0);
    }

    private static Setting speaking(Language language) {
        return setting(List.of(), List.of(), null, null, language, 0);
    }

    private static Setting setting(
            List<String> page,
            List<String> cart,
            @Nullable String category,
            @Nullable String query,
            Language language,
            int age) {
        return new Setting(
                ids(page),
                ids(cart),
                Optional.ofNullable(category),
                Optional.ofNullable(query),
                Optional.empty(),
                language,
                age);
    }
}
