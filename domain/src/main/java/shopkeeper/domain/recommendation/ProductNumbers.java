package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shopkeeper.domain.kernel.ProductId;

/**
 * Products by number, from 0: training data, models and slates share one. It never changes; new
 * products make a new one in which the old ones keep their numbers.
 */
public final class ProductNumbers {
    public static final ProductNumbers NONE = new ProductNumbers(Map.of(), List.of());

    private final Map<ProductId, Integer> numbers;
    private final List<ProductId> products;

    private ProductNumbers(Map<ProductId, Integer> numbers, List<ProductId> products) {
        this.numbers = numbers;
        this.products = products;
    }

    public static ProductNumbers of(Collection<ProductId> products) {
        return NONE.and(products);
    }

    public ProductNumbers and(Collection<ProductId> more) {
        if (numbers.keySet().containsAll(more)) {
            return this;
        }
        var all = new ArrayList<>(products);
        var numbered = new HashMap<>(numbers);
        for (ProductId product : more) {
            if (numbered.putIfAbsent(product, all.size()) == null) {
                all.add(product);
            }
        }
        return new ProductNumbers(numbered, all);
    }

    /** -1 where it has none. */
    public int numberOf(ProductId product) {
        return numbers.getOrDefault(product, -1);
    }

    public ProductId product(int number) {
        return products.get(number);
    }

    public int size() {
        return products.size();
    }
}
