package shopkeeper.domain.recommendation;

import java.util.Set;
import shopkeeper.domain.kernel.ProductId;

/**
 * What a customer said about earlier suggestions, as it counts now.
 *
 * @param hidden until they take it back
 * @param unhelpful said not to help, not long ago
 * @param liked said to help
 * @param tired shown again and again, and never clicked
 */
public record Wishes(
        Set<ProductId> hidden,
        Set<ProductId> unhelpful,
        Set<ProductId> liked,
        Set<ProductId> tired) {
    public static final Wishes NONE = new Wishes(Set.of(), Set.of(), Set.of(), Set.of());

    public Wishes {
        hidden = Set.copyOf(hidden);
        unhelpful = Set.copyOf(unhelpful);
        liked = Set.copyOf(liked);
        tired = Set.copyOf(tired);
    }
}
