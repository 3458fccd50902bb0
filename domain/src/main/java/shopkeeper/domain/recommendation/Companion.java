package shopkeeper.domain.recommendation;

import shopkeeper.domain.kernel.ProductId;

/**
 * A product that is bought together with another.
 *
 * @param baskets in how many baskets both were
 * @param chance the estimated chance, 0 to 1, that it is in a basket with the other
 */
public record Companion(ProductId product, int baskets, double chance) {}
