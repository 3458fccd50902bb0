package shopkeeper.domain.recommendation;

import java.util.List;
import shopkeeper.domain.kernel.ProductId;

/**
 * Why a product is in a slate, before it is put into words: what {@link Why} says in numbers, by
 * codes and names that stay when numbers change.
 *
 * @param times so often it happened
 * @param of of so many, 0 where that says nothing
 * @param here whether what it leans on is on the page or in the cart
 */
public record Ground(String code, int times, int of, boolean here, List<Named> with) {
    public record Named(ProductId product, String name) {}

    public Ground {
        with = List.copyOf(with);
    }
}
