package shopkeeper.application.pricing;

import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;

/** The only door to pricing for the composition root. */
public final class PricingModule {
    private final PriceMemory memory = new PriceMemory();

    public static PublishPrices publishPrices(PriceBooks books) {
        return (message, command) ->
                switch (command) {
                    case PublishPriceBook publish ->
                            books.decide(
                                    publish.book().id(),
                                    message,
                                    published -> published.decide(command));
                };
    }

    public Memory memory() {
        return memory;
    }

    public AskPrice askPrice() {
        return memory;
    }
}
