package shopkeeper.application.catalog;

import java.util.Optional;
import java.util.OptionalInt;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;

/** What the shop sells and where, as this node has seen it. */
public interface BrowseCatalog {
    Optional<Product> product(ProductId product);

    Optional<Store> store(StoreId store);

    /** Pieces as last counted; empty where this product was never counted in this store. */
    OptionalInt stock(StoreId store, ProductId product);

    /** The position of the last fact about it; the start of the log where there is none. */
    Position version(ProductId product);

    Position version(StoreId store);

    /** Of the last count of this product in this store. */
    Position version(StoreId store, ProductId product);
}
