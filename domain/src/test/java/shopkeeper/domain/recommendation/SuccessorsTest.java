package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.domain.recommendation.Asked.at;
import static shopkeeper.domain.recommendation.Asked.bought;
import static shopkeeper.domain.recommendation.Asked.filter;
import static shopkeeper.domain.recommendation.Asked.wishes;
import static shopkeeper.domain.recommendation.SlateShop.codes;
import static shopkeeper.domain.recommendation.SlateShop.ids;
import static shopkeeper.domain.recommendation.SlateShop.shown;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.recommendation.SlateFilter.Bought;
import shopkeeper.domain.recommendation.SlateShop.Draft;

class SuccessorsTest {
    private final SlateShop shop = new SlateShop();

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
                                "bought together 2 times with old, which you bought",
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
}
