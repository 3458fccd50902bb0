package shopkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Story;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.catalog.CatalogRefusal.NegativeStock;
import shopkeeper.domain.catalog.CatalogRefusal.UnknownStore;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;

class AssortmentTest {
    private static final Moment NOW = Moment.at(Instant.parse("2026-11-20T12:00:00Z"));
    private static final ProductId SOCKS = new ProductId("socks");
    private static final StoreId LEEDS = new StoreId("leeds");

    @Test
    void a_product_is_listed() {
        shop().when(new ListProduct(socks("Socks"), NOW))
                .then(new ProductListed(socks("Socks"), NOW));
    }

    @Test
    void a_product_listed_again_as_it_is_changes_nothing() {
        shop().given(new ProductListed(socks("Socks"), NOW))
                .when(new ListProduct(socks(" Socks "), NOW))
                .thenNothingChanges();
    }

    @Test
    void a_product_gets_another_name() {
        shop().given(new ProductListed(socks("Socks"), NOW))
                .when(new ListProduct(socks("Warm socks"), NOW))
                .then(new ProductListed(socks("Warm socks"), NOW));
    }

    @Test
    void a_store_opens_and_opening_it_again_changes_nothing() {
        shop().when(new OpenStore(leeds("GB"), NOW)).then(new StoreOpened(leeds("GB"), NOW));
        shop().given(new StoreOpened(leeds("GB"), NOW))
                .when(new OpenStore(leeds("GB"), NOW))
                .thenNothingChanges();
    }

    @Test
    void stock_is_counted_where_the_store_is_known() {
        var levels = List.of(new StockLevel(SOCKS, 0));

        shop().given(new StoreOpened(leeds("GB"), NOW))
                .when(new CountStock(LEEDS, levels, NOW))
                .then(new StockCounted(LEEDS, levels, NOW));
    }

    @Test
    void counting_nothing_changes_nothing() {
        shop().given(new StoreOpened(leeds("GB"), NOW))
                .when(new CountStock(LEEDS, List.of(), NOW))
                .thenNothingChanges();
    }

    @Test
    void stock_of_an_unknown_store_is_refused() {
        shop().when(new CountStock(LEEDS, List.of(new StockLevel(SOCKS, 1)), NOW))
                .thenRefused(new UnknownStore(LEEDS));
    }

    @Test
    void stock_below_zero_is_refused() {
        shop().given(new StoreOpened(leeds("GB"), NOW))
                .when(
                        new CountStock(
                                LEEDS,
                                List.of(
                                        new StockLevel(new ProductId("hat"), 2),
                                        new StockLevel(SOCKS, -1)),
                                NOW))
                .thenRefused(new NegativeStock(SOCKS));
    }

    @Test
    void counting_stock_does_not_change_what_is_sold_where() {
        var told =
                shop().given(
                                new ProductListed(socks("Socks"), NOW),
                                new StoreOpened(leeds("GB"), NOW),
                                new StockCounted(LEEDS, List.of(), NOW))
                        .state();

        assertThat(told.products()).containsOnlyKeys(SOCKS);
        assertThat(told.stores()).containsOnlyKeys(LEEDS);
    }

    @Test
    void a_product_has_a_name() {
        assertThatIllegalArgumentException().isThrownBy(() -> socks(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> socks("x".repeat(501)));
    }

    @Test
    void a_store_has_a_name_and_a_country() {
        assertThatIllegalArgumentException().isThrownBy(() -> leeds("uk"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Store(
                                LEEDS,
                                " ",
                                ZoneId.of("Europe/London"),
                                Currency.getInstance("GBP"),
                                "GB"));
    }

    private static Story<Assortment, CatalogCommand, CatalogEvent, CatalogRefusal> shop() {
        return new Story<>(Assortment.EMPTY, Assortment::decide, Assortment::evolve);
    }

    private static Product socks(String name) {
        return new Product(SOCKS, name, Optional.empty(), true);
    }

    private static Store leeds(String country) {
        return new Store(
                LEEDS, "Leeds", ZoneId.of("Europe/London"), Currency.getInstance("GBP"), country);
    }
}
