package shopkeeper.domain.catalog;

import shopkeeper.domain.kernel.ProductId;

/** How many pieces of a product were counted in a store. */
public record StockLevel(ProductId product, int pieces) {}
