package shopkeeper.domain.pricing;

import shopkeeper.domain.kernel.Money;

/** One signed step from nothing to the price: LIST 100.00, SALE -20.00. */
public record PriceLine(String code, Money amount) {}
