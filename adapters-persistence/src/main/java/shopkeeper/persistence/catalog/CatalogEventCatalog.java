package shopkeeper.persistence.catalog;

import java.util.Set;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.persistence.eventlog.EventCatalog;

/** How the catalog's facts are named and found. */
public final class CatalogEventCatalog {
    private CatalogEventCatalog() {}

    public static EventCatalog catalog() {
        return EventCatalog.of("catalog")
                .fact(
                        ProductListed.class,
                        "catalog.product-listed",
                        1,
                        listed -> Set.of(tag(listed.product().id())))
                .fact(
                        StoreOpened.class,
                        "catalog.store-opened",
                        1,
                        opened -> Set.of(tag(opened.store().id())))
                // Counts are many and nobody decides by earlier ones: they do not carry the store's
                // own tag.
                .fact(
                        StockCounted.class,
                        "catalog.stock-counted",
                        1,
                        counted -> Set.of(stockTag(counted.store())));
    }

    static String tag(ProductId product) {
        return "product:" + product;
    }

    static String stockTag(StoreId store) {
        return "stock:" + store;
    }

    static String tag(StoreId store) {
        return "store:" + store;
    }
}
