package shopkeeper.application.pricing;

import java.util.function.Function;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingEvent;
import shopkeeper.domain.pricing.PricingRefusal;
import shopkeeper.domain.pricing.PublishedBook;

/** The price books, one by one. */
public interface PriceBooks {
    Recorded<PricingEvent, PricingRefusal> decide(
            PriceBookId book,
            Message message,
            Function<PublishedBook, Outcome<PricingEvent, PricingRefusal>> decide);
}
