package shopkeeper.application.catalog;

import java.util.Optional;
import java.util.function.Function;
import shopkeeper.domain.catalog.Assortment;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogRefusal;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.StoreId;

/**
 * The assortment, opened at one product or one store; with both, at the stock of the product there.
 */
public interface Assortments {
    Recorded<CatalogEvent, CatalogRefusal> decide(
            Optional<ProductId> product,
            Optional<StoreId> store,
            Message message,
            Function<Assortment, Outcome<CatalogEvent, CatalogRefusal>> decide);
}
