package shopkeeper.application.pricing;

import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.pricing.PricingCommand;
import shopkeeper.domain.pricing.PricingEvent;
import shopkeeper.domain.pricing.PricingRefusal;

/** Takes price books. */
public interface PublishPrices {
    Recorded<PricingEvent, PricingRefusal> publish(Message message, PricingCommand command);
}
