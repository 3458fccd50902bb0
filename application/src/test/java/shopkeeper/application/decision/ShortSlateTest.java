package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.recommendation.SlateRequest;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.recommendation.Slate;

/** A slate that comes short says why, also where nothing was kept away. */
class ShortSlateTest {
    private final Told told = new Told();

    @Test
    void a_shop_that_sells_less_than_was_asked_for_says_so() {
        told.sells(Told.TEA, Told.MILK);

        assertThat(body(slate(Optional.empty(), 4)))
                .contains(entry("missing", 2), entry("mode", "POPULAR"))
                .contains(entry("because", List.of(because("NO_MORE_PRODUCTS", 2))));
    }

    @Test
    void an_empty_shop_suggests_nothing_and_says_so() {
        var slate = slate(Optional.empty(), 2);

        assertThat(Mode.of(slate)).isEqualTo(Mode.NONE);
        assertThat(body(slate))
                .contains(entry("missing", 2), entry("mode", "NONE"))
                .contains(entry("because", List.of(because("NO_MORE_PRODUCTS", 0))));
    }

    @Test
    void what_is_kept_away_is_counted_and_so_is_all_there_is_where_that_is_too_little_too() {
        told.sells(Told.TEA, Told.MILK).opens(Told.LEEDS, new StockLevel(Told.TEA, 0));

        assertThat(body(slate(Optional.of(Told.LEEDS), 2)))
                .contains(entry("because", List.of(because("OUT_OF_STOCK", 1))));
        assertThat(body(slate(Optional.of(Told.LEEDS), 3)))
                .contains(
                        entry(
                                "because",
                                List.of(
                                        because("OUT_OF_STOCK", 1),
                                        because("NO_MORE_PRODUCTS", 2))));
    }

    private Slate slate(Optional<StoreId> store, int limit) {
        return told.shop.recommend.slate(
                SlateRequest.plain(Set.of(), List.of(), store, Told.NOON, limit));
    }

    private static Map<String, Object> body(Slate slate) {
        return DecisionBody.suggested("home", slate, List.of());
    }

    private static Map<String, Object> because(String code, int products) {
        return Map.of("code", code, "products", products);
    }
}
