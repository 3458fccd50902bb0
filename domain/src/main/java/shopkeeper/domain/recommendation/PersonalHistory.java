package shopkeeper.domain.recommendation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.ProductId;

/**
 * What one customer bought: in how many of their baskets each product was, and how much of it they
 * kept. It never changes; a new purchase makes a new one.
 */
public final class PersonalHistory {
    public static final PersonalHistory EMPTY = new PersonalHistory(0, Map.of());

    private final int baskets;
    private final Map<ProductId, Bought> products;

    /** Sorted once, when somebody asks: decisions are many, purchases few. */
    private volatile @Nullable List<ProductId> favourites;

    /** What is returned as a whole counts as never bought. */
    public record Bought(int times, BigDecimal kept) {}

    private PersonalHistory(int baskets, Map<ProductId, Bought> products) {
        this.baskets = baskets;
        this.products = Map.copyOf(products);
    }

    /** How many baskets there were. */
    public int baskets() {
        return baskets;
    }

    public Map<ProductId, Bought> products() {
        return products;
    }

    public PersonalHistory bought(Map<ProductId, BigDecimal> basket) {
        var after = new HashMap<>(products);
        basket.forEach((product, quantity) ->
                after.merge(
                        product,
                        new Bought(1, quantity),
                        (before, now) ->
                                new Bought(
                                        before.times() + now.times(),
                                        before.kept().add(now.kept()))));
        return new PersonalHistory(baskets + 1, after);
    }

    public PersonalHistory returned(Map<ProductId, BigDecimal> back) {
        var after = new HashMap<>(products);
        back.forEach((product, quantity) ->
                after.computeIfPresent(
                        product,
                        (_, before) ->
                                new Bought(before.times(), before.kept().subtract(quantity))));
        return new PersonalHistory(baskets, after);
    }

    /**
     * A basket that is taken back as if it had never been.
     *
     * @param left what of it had not been returned before, zero for what had
     */
    public PersonalHistory voided(Map<ProductId, BigDecimal> left) {
        var after = new HashMap<>(products);
        left.forEach((product, quantity) ->
                after.computeIfPresent(
                        product,
                        (_, before) ->
                                before.times() <= 1
                                        ? null
                                        : new Bought(
                                                before.times() - 1,
                                                before.kept().subtract(quantity))));
        return new PersonalHistory(Math.max(0, baskets - 1), after);
    }

    /** Two histories of one person: the visitor's and the customer's. */
    public PersonalHistory and(PersonalHistory other) {
        var after = new HashMap<>(products);
        other.products.forEach((product, bought) ->
                after.merge(
                        product,
                        bought,
                        (one, two) ->
                                new Bought(one.times() + two.times(), one.kept().add(two.kept()))));
        return new PersonalHistory(baskets + other.baskets, after);
    }

    /** In how many baskets a product was that the customer still has something of. */
    public int times(ProductId product) {
        Bought bought = products.get(product);
        return bought == null || bought.kept().signum() <= 0 ? 0 : bought.times();
    }

    /** What was bought and kept, the most frequent first. */
    public List<ProductId> favourites() {
        var sorted = favourites;
        if (sorted == null) {
            sorted =
                    products.keySet().stream()
                            .filter(product -> times(product) > 0)
                            .sorted(
                                    Comparator.comparingInt(this::times)
                                            .reversed()
                                            .thenComparing(ProductId::value))
                            .toList();
            favourites = sorted;
        }
        return sorted;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonalHistory history
                && baskets == history.baskets
                && products.equals(history.products);
    }

    @Override
    public int hashCode() {
        return 31 * baskets + products.hashCode();
    }

    @Override
    public String toString() {
        return "%d baskets of %s".formatted(baskets, products);
    }
}
