package shopkeeper.persistence.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.persistence.eventlog.EventCatalog;
import shopkeeper.persistence.eventlog.GoldenFacts;

class CatalogFormTest extends GoldenFacts {
    @Override
    protected EventCatalog catalog() {
        return CatalogEventCatalog.catalog();
    }

    @Override
    protected List<Fact> samples() {
        var at =
                new Moment(
                        Instant.parse("2026-03-29T12:00:00.123Z"),
                        Instant.parse("2026-03-29T12:00:02Z"));
        var mug = new ProductId("85123A");
        var bern = new StoreId("bern");
        var zone = ZoneId.of("Europe/Zurich");
        return List.of(
                new ProductListed(
                        new Product(
                                mug,
                                "Mug \"Zürich\"",
                                Optional.of("kitchen"),
                                true,
                                new Details(
                                        Optional.of("Matter"),
                                        Optional.of("Holds 3 dl."),
                                        18,
                                        Optional.of(new ProductId("85123B")),
                                        true,
                                        Optional.of(new BigDecimal("0.25")))),
                        at),
                new StoreOpened(
                        new Store(bern, "Bern", zone, Currency.getInstance("CHF"), "CH"), at),
                new StockCounted(
                        bern,
                        List.of(new StockLevel(mug, 7), new StockLevel(new ProductId("22423"), 0)),
                        at));
    }
}
