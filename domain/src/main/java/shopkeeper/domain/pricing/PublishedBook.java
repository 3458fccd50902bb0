package shopkeeper.domain.pricing;

import java.util.Optional;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;
import shopkeeper.domain.pricing.PricingEvent.PriceBookPublished;
import shopkeeper.domain.pricing.PricingRefusal.MixedCurrencies;
import shopkeeper.domain.pricing.PricingRefusal.NeverValid;
import shopkeeper.domain.pricing.PricingRefusal.PriceNotPositive;

/** One price book as it was last published. */
public record PublishedBook(Optional<PriceBook> book, int version) {
    public static final PublishedBook NONE = new PublishedBook(Optional.empty(), 0);

    public Outcome<PricingEvent, PricingRefusal> decide(PricingCommand command) {
        return switch (command) {
            case PublishPriceBook(var next, _) when book.map(next::equals).orElse(false) ->
                    Outcome.accepted();
            case PublishPriceBook publish -> publish(publish);
        };
    }

    public PublishedBook evolve(PricingEvent event) {
        return switch (event) {
            case PriceBookPublished(var published, var number, _) ->
                    new PublishedBook(Optional.of(published), number);
        };
    }

    private Outcome<PricingEvent, PricingRefusal> publish(PublishPriceBook command) {
        PriceBook next = command.book();
        if (next.validFrom().isPresent()
                && next.validUntil().isPresent()
                && !next.validFrom().get().isBefore(next.validUntil().get())) {
            return Outcome.refused(new NeverValid());
        }
        for (var entry : next.prices().entrySet()) {
            if (!entry.getValue().currency().equals(next.currency())) {
                return Outcome.refused(new MixedCurrencies(entry.getKey()));
            }
            if (entry.getValue().isNegative() || entry.getValue().isZero()) {
                return Outcome.refused(new PriceNotPositive(entry.getKey()));
            }
        }
        return Outcome.accepted(new PriceBookPublished(next, version + 1, command.at()));
    }
}
