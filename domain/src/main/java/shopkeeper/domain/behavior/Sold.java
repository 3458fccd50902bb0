package shopkeeper.domain.behavior;

import java.util.Map;
import shopkeeper.domain.kernel.ProductId;

/**
 * What the shop sold.
 *
 * @param baskets in how many baskets each product was
 * @param all how many baskets there were
 */
public record Sold(Map<ProductId, Integer> baskets, int all) {
    public Sold {
        baskets = Map.copyOf(baskets);
    }
}
