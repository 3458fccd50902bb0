package shopkeeper.domain.catalog;

import java.util.HashMap;
import java.util.Map;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.catalog.CatalogRefusal.NegativeStock;
import shopkeeper.domain.catalog.CatalogRefusal.UnknownStore;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;

/** The products and stores that a command speaks of. */
public record Assortment(Map<ProductId, Product> products, Map<StoreId, Store> stores) {
    public static final Assortment EMPTY = new Assortment(Map.of(), Map.of());

    public Assortment {
        products = Map.copyOf(products);
        stores = Map.copyOf(stores);
    }

    public Outcome<CatalogEvent, CatalogRefusal> decide(CatalogCommand command) {
        return switch (command) {
            case ListProduct(var product, _) when product.equals(products.get(product.id())) ->
                    Outcome.accepted();
            case ListProduct(var product, var at) ->
                    Outcome.accepted(new ProductListed(product, at));
            case OpenStore(var store, _) when store.equals(stores.get(store.id())) ->
                    Outcome.accepted();
            case OpenStore(var store, var at) -> Outcome.accepted(new StoreOpened(store, at));
            case CountStock(var store, _, _) when !stores.containsKey(store) ->
                    Outcome.refused(new UnknownStore(store));
            case CountStock count -> counted(count);
        };
    }

    public Assortment evolve(CatalogEvent event) {
        return switch (event) {
            case ProductListed(var product, _) -> {
                var after = new HashMap<>(products);
                after.put(product.id(), product);
                yield new Assortment(after, stores);
            }
            case StoreOpened(var store, _) -> {
                var after = new HashMap<>(stores);
                after.put(store.id(), store);
                yield new Assortment(products, after);
            }
            case StockCounted _ -> this;
        };
    }

    private static Outcome<CatalogEvent, CatalogRefusal> counted(CountStock count) {
        for (StockLevel level : count.levels()) {
            if (level.pieces() < 0) {
                return Outcome.refused(new NegativeStock(level.product()));
            }
        }
        return count.levels().isEmpty()
                ? Outcome.accepted()
                : Outcome.accepted(new StockCounted(count.store(), count.levels(), count.at()));
    }
}
