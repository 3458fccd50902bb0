package shopkeeper.persistence.pricing;

import java.util.Set;
import shopkeeper.application.pricing.PriceBooks;
import shopkeeper.domain.pricing.PricingEvent;
import shopkeeper.domain.pricing.PublishedBook;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;

/** The only door to the persistence of pricing: the price books in the log. */
public final class PricingPersistence {
    private static final Story<PublishedBook, PricingEvent> STORY =
            new Story<>(PricingEvent.class, PublishedBook.NONE, PublishedBook::evolve);

    private PricingPersistence() {}

    public static PriceBooks priceBooks(EventLog log) {
        return (book, message, decide) ->
                log.decide(message, Set.of(PricingEventCatalog.tag(book)), STORY, decide);
    }
}
