package shopkeeper.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.LEEDS;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.TEA;

import java.util.List;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogRefusal.UnknownStore;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.kernel.StoreId;

class CatalogModuleTest {
    private final Told told = new Told();

    @Test
    void what_is_kept_can_be_browsed() {
        told.sells(TEA).opens(LEEDS, new StockLevel(TEA, 3));
        var catalog = told.shop.browseCatalog;

        assertThat(catalog.product(TEA)).hasValueSatisfying(tea -> assertThat(tea.sold()).isTrue());
        assertThat(catalog.product(MILK)).isEmpty();
        assertThat(catalog.store(LEEDS))
                .hasValueSatisfying(it -> assertThat(it.country()).isEqualTo("GB"));
        assertThat(catalog.store(new StoreId("york"))).isEmpty();
        assertThat(catalog.stock(LEEDS, TEA)).hasValue(3);
        assertThat(catalog.stock(LEEDS, MILK)).isEmpty();
        assertThat(catalog.stock(new StoreId("york"), TEA)).isEmpty();
    }

    @Test
    void a_later_count_replaces_only_what_it_names() {
        told.opens(LEEDS, new StockLevel(TEA, 1), new StockLevel(MILK, 2));
        told.shop.keepCatalog.keep(
                told.message(), new CountStock(LEEDS, List.of(new StockLevel(TEA, 0)), told.now()));

        assertThat(told.shop.browseCatalog.stock(LEEDS, TEA)).hasValue(0);
        assertThat(told.shop.browseCatalog.stock(LEEDS, MILK)).hasValue(2);
    }

    @Test
    void stock_of_a_store_nobody_opened_is_refused() {
        assertThat(
                        told.shop.keepCatalog.keep(
                                told.message(),
                                new CountStock(LEEDS, List.of(new StockLevel(TEA, 1)), told.now())))
                .isEqualTo(new Decided<>(Outcome.refused(new UnknownStore(LEEDS)), Position.START));
    }
}
