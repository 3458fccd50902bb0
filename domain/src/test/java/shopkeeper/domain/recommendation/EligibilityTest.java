package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static shopkeeper.domain.recommendation.Asked.aged;
import static shopkeeper.domain.recommendation.Asked.at;
import static shopkeeper.domain.recommendation.Asked.bought;
import static shopkeeper.domain.recommendation.Asked.filter;
import static shopkeeper.domain.recommendation.Asked.wishes;
import static shopkeeper.domain.recommendation.SlateShop.exclusion;
import static shopkeeper.domain.recommendation.SlateShop.ids;
import static shopkeeper.domain.recommendation.SlateShop.shown;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.SlateFilter.Bought;
import shopkeeper.domain.recommendation.SlateShop.Draft;

class EligibilityTest {
    private final SlateShop shop = new SlateShop();

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
        assertThat(slate.outOfStock()).isEqualTo(ids(List.of("tea")));
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
    void what_is_in_the_cart_or_on_the_page_is_not_repeated() {
        shop.sells("tea", "milk", "salt").setting(at(List.of("tea"), List.of("milk")));

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("salt");
        assertThat(slate.pool().counts()).containsExactly(Map.entry(Exclusion.ALREADY_HERE, 2));
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
}
