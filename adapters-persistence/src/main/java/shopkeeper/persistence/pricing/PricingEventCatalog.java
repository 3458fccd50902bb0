package shopkeeper.persistence.pricing;

import java.util.Set;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingEvent.PriceBookPublished;
import shopkeeper.persistence.eventlog.EventCatalog;

/** How the facts about prices are named and found. */
public final class PricingEventCatalog {
    private PricingEventCatalog() {}

    public static EventCatalog catalog() {
        return EventCatalog.of("pricing")
                .scalar(PriceBookId.class, PriceBookId::value, PriceBookId::new)
                .fact(
                        PriceBookPublished.class,
                        "pricing.price-book-published",
                        1,
                        published -> Set.of(tag(published.book().id())));
    }

    static String tag(PriceBookId book) {
        return "price-book:" + book;
    }
}
