package shopkeeper.application.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.recommendation.Goods;
import shopkeeper.domain.recommendation.ProductNumbers;

/** Goods, their numbers and where they are in stock; whoever keeps it guards it. */
final class Shelves {
    private final Goods goods = new Goods();
    private final Map<ProductId, Integer> numberOf = new HashMap<>();
    private final List<ProductId> products = new ArrayList<>();
    private final Map<StoreId, BitSet> soldOut = new HashMap<>();
    private ProductNumbers numbers = ProductNumbers.NONE;

    void take(CatalogEvent event) {
        switch (event) {
            case ProductListed(var product, _) -> {
                int successor = product.details().replacedBy().map(this::number).orElse(-1);
                goods.put(number(product.id()), product, successor);
            }
            case StockCounted(var store, var levels, _) -> {
                var gone = soldOut.computeIfAbsent(store, _ -> new BitSet());
                levels.forEach(level -> gone.set(number(level.product()), level.pieces() <= 0));
            }
            case StoreOpened _ -> {}
        }
    }

    void count(Collection<ProductId> basket, int more) {
        basket.forEach(product -> goods.count(number(product), more));
    }

    /** What was never counted in a store may be there. */
    IntPredicate inStock(Optional<StoreId> store) {
        return store.map(soldOut::get)
                .<IntPredicate>map(gone -> number -> !gone.get(number))
                .orElse(_ -> true);
    }

    /** Empty where the catalog never had it. */
    Optional<Integer> listed(ProductId product) {
        return Optional.ofNullable(numberOf.get(product))
                .filter(number -> goods.product(number).isPresent());
    }

    List<Product> listed() {
        return IntStream.range(0, goods.size())
                .mapToObj(goods::product)
                .flatMap(Optional::stream)
                .toList();
    }

    Goods goods() {
        return goods;
    }

    boolean hasUnnumbered() {
        return products.size() > numbers.size();
    }

    /** Many at once: each time all are copied. */
    void numberAll() {
        numbers = numbers.and(products.subList(numbers.size(), products.size()));
    }

    /** Those that were numbered with the last {@link #numberAll()}. */
    ProductNumbers numbers() {
        return numbers;
    }

    List<ProductId> products(int[] numbered) {
        return Arrays.stream(numbered).mapToObj(products::get).toList();
    }

    /** Each has one as soon as it is heard of. */
    int number(ProductId product) {
        return numberOf.computeIfAbsent(
                product,
                unseen -> {
                    products.add(unseen);
                    return numberOf.size();
                });
    }
}
