package shopkeeper.domain.catalog;

import java.util.List;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.StoreId;

/** What the people who run the shop tell the catalog. */
public sealed interface CatalogCommand {
    record ListProduct(Product product, Moment at) implements CatalogCommand {}

    record OpenStore(Store store, Moment at) implements CatalogCommand {}

    /** Products that are not named keep the level they had. */
    record CountStock(StoreId store, List<StockLevel> levels, Moment at) implements CatalogCommand {
        public CountStock {
            levels = List.copyOf(levels);
        }
    }
}
