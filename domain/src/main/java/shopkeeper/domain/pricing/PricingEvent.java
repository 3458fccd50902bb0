package shopkeeper.domain.pricing;

import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;

/** What changed about prices. */
public sealed interface PricingEvent extends Fact {
    /**
     * A book is in force as it stands here.
     *
     * @param version 1, 2, 3 … for each book
     */
    record PriceBookPublished(PriceBook book, int version, Moment at) implements PricingEvent {}
}
