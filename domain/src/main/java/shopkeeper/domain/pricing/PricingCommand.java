package shopkeeper.domain.pricing;

import shopkeeper.domain.kernel.Moment;

/** What the people who set prices can do. */
public sealed interface PricingCommand {
    /** The whole book: a product it no longer names has no price in it. */
    record PublishPriceBook(PriceBook book, Moment at) implements PricingCommand {}
}
