package shopkeeper.persistence.pricing;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBook.Kind;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingEvent.PriceBookPublished;
import shopkeeper.persistence.eventlog.EventCatalog;
import shopkeeper.persistence.eventlog.GoldenFacts;

class PricingFormTest extends GoldenFacts {
    @Override
    protected EventCatalog catalog() {
        return PricingEventCatalog.catalog();
    }

    @Override
    protected List<Fact> samples() {
        var at =
                new Moment(
                        Instant.parse("2026-03-29T12:00:00.123Z"),
                        Instant.parse("2026-03-29T12:00:02Z"));
        var book =
                new PriceBook(
                        new PriceBookId("ch-bern-2026"),
                        Kind.SALE,
                        Currency.getInstance("CHF"),
                        Optional.of(Channel.IN_STORE),
                        Optional.of(new StoreId("bern")),
                        Optional.of(Instant.parse("2026-03-29T01:00:00Z")),
                        Optional.empty(),
                        10,
                        Map.of(new ProductId("85123A"), Money.of("2.55", "CHF")));
        return List.of(new PriceBookPublished(book, 3, at));
    }
}
