package shopkeeper.domain.catalog;

import java.util.List;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;

/** What changed in the catalog; the position in the log is the version of what it tells. */
public sealed interface CatalogEvent extends Fact {
    record ProductListed(Product product, Moment at) implements CatalogEvent {}

    record StoreOpened(Store store, Moment at) implements CatalogEvent {}

    record StockCounted(StoreId store, List<StockLevel> levels, Moment at) implements CatalogEvent {
        public StockCounted {
            levels = List.copyOf(levels);
        }

        public boolean isOf(ProductId product) {
            return levels.stream().anyMatch(level -> level.product().equals(product));
        }
    }
}
