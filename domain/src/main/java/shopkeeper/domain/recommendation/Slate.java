package shopkeeper.domain.recommendation;

import java.util.List;
import shopkeeper.domain.kernel.ProductId;

/**
 * The ordered products of one placement.
 *
 * @param personal whether anything the customer did decided about it
 * @param outOfStock what would have been shown if it were here
 */
public record Slate(List<Suggestion> suggestions, boolean personal, List<ProductId> outOfStock) {
    public Slate {
        suggestions = List.copyOf(suggestions);
        outOfStock = List.copyOf(outOfStock);
    }
}
