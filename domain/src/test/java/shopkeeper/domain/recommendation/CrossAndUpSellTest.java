package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.domain.recommendation.Asked.about;
import static shopkeeper.domain.recommendation.Asked.at;
import static shopkeeper.domain.recommendation.Asked.searching;
import static shopkeeper.domain.recommendation.SlateShop.codes;
import static shopkeeper.domain.recommendation.SlateShop.ids;
import static shopkeeper.domain.recommendation.SlateShop.policy;
import static shopkeeper.domain.recommendation.SlateShop.shown;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;

class CrossAndUpSellTest {
    private final SlateShop shop = new SlateShop();

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
}
