package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static shopkeeper.domain.recommendation.Asked.wishes;
import static shopkeeper.domain.recommendation.SlateShop.codes;
import static shopkeeper.domain.recommendation.SlateShop.policy;
import static shopkeeper.domain.recommendation.SlateShop.shown;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;

class PromotedTest {
    private final SlateShop shop = new SlateShop();

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
    void whoever_wants_something_shown_hears_why_it_is_not() {
        shop.sells("a", "b", "y")
                .isOut("y")
                .wishes(wishes("b", "", "", ""))
                .promotes(List.of("y", "unheard-of"), List.of("b", "y"));

        assertThat(shop.slate(2).pool().excluded())
                .extracting(Pool.Excluded::product, Pool.Excluded::why)
                .containsExactly(
                        tuple(new ProductId("y"), Exclusion.OUT_OF_STOCK),
                        tuple(new ProductId("unheard-of"), Exclusion.NOT_SOLD),
                        tuple(new ProductId("b"), Exclusion.HIDDEN));
    }

    @Test
    void what_is_wanted_is_wanted_of_its_successor() {
        shop.sells("a", "b", "c", "new")
                .sells("old", draft -> draft.replacedBy("new"))
                .policy(policy(Occasion.HOME, 0, 0, 0.25, 0, 0));

        var pinned = shop.promotes(List.of("old"), List.of()).slate(4);
        assertThat(shown(pinned)).startsWith("new");
        assertThat(codes(pinned, "new")).startsWith("PINNED");

        var boosted = shop.promotes(List.of(), List.of("old")).slate(4);
        assertThat(codes(boosted, "new")).startsWith("BOOSTED");
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
}
