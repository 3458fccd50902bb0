package shopkeeper.domain.recommendation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import shopkeeper.domain.kernel.ProductId;

/**
 * What a placement wants to show of all there is.
 *
 * @param categories empty: any
 * @param brands empty: any
 * @param minPrice inclusive; what has no price is left out where a price is asked for
 * @param maxPrice inclusive
 */
public record SlateFilter(
        Set<String> categories,
        Set<String> withoutCategories,
        Set<String> brands,
        Set<ProductId> without,
        Optional<BigDecimal> minPrice,
        Optional<BigDecimal> maxPrice,
        Bought bought) {
    public static final SlateFilter NONE =
            new SlateFilter(
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Bought.ANY);

    /** What the customer's own purchases have to do with it. */
    public enum Bought {
        ANY,
        /** Only what they never bought. */
        NEW,
        /** Only what they bought before. */
        AGAIN
    }

    public SlateFilter {
        categories = Set.copyOf(categories);
        withoutCategories = Set.copyOf(withoutCategories);
        brands = Set.copyOf(brands);
        without = Set.copyOf(without);
        if (minPrice.isPresent()
                && maxPrice.isPresent()
                && minPrice.get().compareTo(maxPrice.get()) > 0) {
            throw new IllegalArgumentException(
                    "the lowest price %s is above the highest %s"
                            .formatted(minPrice.get(), maxPrice.get()));
        }
    }

    boolean asksForPrice() {
        return minPrice.isPresent() || maxPrice.isPresent();
    }

    boolean takes(Optional<BigDecimal> price) {
        return !asksForPrice()
                || price.filter(amount ->
                                minPrice.map(min -> amount.compareTo(min) >= 0).orElse(true)
                                        && maxPrice.map(max -> amount.compareTo(max) <= 0)
                                                .orElse(true))
                        .isPresent();
    }
}
