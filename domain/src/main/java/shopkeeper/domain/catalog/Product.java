package shopkeeper.domain.catalog;

import java.util.Optional;
import shopkeeper.domain.kernel.ProductId;

/**
 * Something the shop sells.
 *
 * @param sold false once it is taken out of the assortment: it is then neither suggested nor priced
 */
public record Product(ProductId id, String name, Optional<String> category, boolean sold) {
    public Product {
        name = name.strip();
        if (name.isEmpty() || name.length() > 500) {
            throw new IllegalArgumentException("a product's name must have 1 to 500 characters");
        }
    }
}
