package shopkeeper.application.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import shopkeeper.application.kernel.Latest;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;

/** The catalog in memory, for the path of a decision. */
final class CatalogMemory implements Memory, BrowseCatalog {
    private final Map<ProductId, Latest<Product>> products = new ConcurrentHashMap<>();
    private final Map<StoreId, Latest<Store>> stores = new ConcurrentHashMap<>();
    private final Map<StoreId, Map<ProductId, Latest<Integer>>> stock = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public Optional<Product> product(ProductId product) {
        return Optional.ofNullable(products.get(product)).map(Latest::value);
    }

    @Override
    public Optional<Store> store(StoreId store) {
        return Optional.ofNullable(stores.get(store)).map(Latest::value);
    }

    @Override
    public OptionalInt stock(StoreId store, ProductId product) {
        var pieces = stock.getOrDefault(store, Map.of()).get(product);
        return pieces == null ? OptionalInt.empty() : OptionalInt.of(pieces.value());
    }

    @Override
    public Position version(ProductId product) {
        return Latest.version(products.get(product));
    }

    @Override
    public Position version(StoreId store) {
        return Latest.version(stores.get(store));
    }

    @Override
    public Position version(StoreId store, ProductId product) {
        return Latest.version(stock.getOrDefault(store, Map.of()).get(product));
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof CatalogEvent event) {
            switch (event) {
                case ProductListed(var product, _) ->
                        products.merge(product.id(), Latest.said(product, logged), Latest::or);
                case StoreOpened(var store, _) ->
                        stores.merge(store.id(), Latest.said(store, logged), Latest::or);
                case StockCounted(var store, var levels, _) -> {
                    var counted = stock.computeIfAbsent(store, _ -> new ConcurrentHashMap<>());
                    levels.forEach(level ->
                            counted.merge(
                                    level.product(),
                                    Latest.said(level.pieces(), logged),
                                    Latest::or));
                }
            }
        }
    }
}
