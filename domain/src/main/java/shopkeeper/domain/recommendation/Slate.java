package shopkeeper.domain.recommendation;

import java.util.List;
import shopkeeper.domain.kernel.ProductId;

/**
 * The ordered products of one placement.
 *
 * @param personal whether anything the customer did decided about it
 * @param pool what it was made of
 * @param history whether the models knew anything that the customer did
 */
public record Slate(List<Suggestion> suggestions, boolean personal, Pool pool, boolean history) {
    public Slate {
        suggestions = List.copyOf(suggestions);
    }

    /** How many are missing, because nothing else may be shown. */
    public int missing() {
        return pool.limit() - suggestions.size();
    }

    /** What would have been shown if it were here, the best first. */
    public List<ProductId> outOfStock() {
        return pool.excluded().stream()
                .filter(one -> one.why() == Exclusion.OUT_OF_STOCK)
                .map(Pool.Excluded::product)
                .toList();
    }
}
