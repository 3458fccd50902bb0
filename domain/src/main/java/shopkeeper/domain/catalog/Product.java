package shopkeeper.domain.catalog;

import java.util.Optional;
import shopkeeper.domain.kernel.ProductId;

/**
 * Something the shop sells.
 *
 * @param sold false once it is taken out of the assortment: it is then neither suggested nor priced
 */
public record Product(
        ProductId id, String name, Optional<String> category, boolean sold, Details details) {
    public Product {
        name = name.strip();
        if (name.isEmpty() || name.length() > 500) {
            throw new IllegalArgumentException("a product's name must have 1 to 500 characters");
        }
        if (details.replacedBy().filter(id::equals).isPresent()) {
            throw new IllegalArgumentException("a product cannot replace itself");
        }
    }

    /** One of which nothing more is known. */
    public Product(ProductId id, String name, Optional<String> category, boolean sold) {
        this(id, name, category, sold, Details.NONE);
    }
}
