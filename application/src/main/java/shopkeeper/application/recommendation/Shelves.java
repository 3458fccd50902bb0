package shopkeeper.application.recommendation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.recommendation.Goods;
import shopkeeper.domain.recommendation.ProductNumbers;

/** Goods, their numbers and where they are in stock; whoever keeps it guards it. */
final class Shelves {
    private final Goods goods = new Goods();
    private final Map<ProductId, Integer> numberOf = new HashMap<>();
    private final List<ProductId> unnumbered = new ArrayList<>();
    private final Map<StoreId, BitSet> stock = new HashMap<>();
    private ProductNumbers numbers = ProductNumbers.NONE;

    void take(CatalogEvent event) {
        switch (event) {
            case ProductListed(var product, _) -> {
                int successor = product.details().replacedBy().map(this::number).orElse(-1);
                goods.put(number(product.id()), product, successor);
            }
            case StockCounted(var store, var levels, _) -> {
                var there = stock.computeIfAbsent(store, _ -> new BitSet());
                levels.forEach(level -> there.set(number(level.product()), level.pieces() > 0));
            }
            case StoreOpened _ -> {}
        }
    }

    void count(Collection<ProductId> basket, int more) {
        basket.forEach(product -> goods.count(number(product), more));
    }

    /** Where a store's stock was never counted, nothing is ruled out. */
    IntPredicate inStock(Optional<StoreId> store) {
        var there = store.map(stock::get);
        return there.<IntPredicate>map(counted -> counted::get).orElse(_ -> true);
    }

    Goods goods() {
        return goods;
    }

    boolean hasUnnumbered() {
        return !unnumbered.isEmpty();
    }

    /** Many at once: each time all are copied. */
    void numberAll() {
        numbers = numbers.and(unnumbered);
        unnumbered.clear();
    }

    /** Those that were numbered with the last {@link #numberAll()}. */
    ProductNumbers numbers() {
        return numbers;
    }

    /** Of what stands in baskets that were counted, each has one. */
    int[] numbers(Collection<ProductId> products) {
        return products.stream().mapToInt(this::number).toArray();
    }

    private int number(ProductId product) {
        return numberOf.computeIfAbsent(
                product,
                unseen -> {
                    unnumbered.add(unseen);
                    return numberOf.size();
                });
    }
}
