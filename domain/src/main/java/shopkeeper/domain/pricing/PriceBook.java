package shopkeeper.domain.pricing;

import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;

/**
 * List or sale prices for a currency, and where given for one channel or one store only.
 *
 * @param validFrom inclusive
 * @param validUntil exclusive
 * @param priority of two books that fit equally well the higher one wins
 */
public record PriceBook(
        PriceBookId id,
        Kind kind,
        Currency currency,
        Optional<Channel> channel,
        Optional<StoreId> store,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        int priority,
        Map<ProductId, Money> prices) {
    /** A sale price counts only where it is below the list price. */
    public enum Kind {
        LIST,
        SALE
    }

    public PriceBook {
        prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
    }

    /** A hard filter: a book of another store, channel, currency or time does not apply at all. */
    boolean appliesIn(PriceContext context) {
        return context.currency().map(currency::equals).orElse(true)
                && channel.map(context.channel()::equals).orElse(true)
                && store.map(where -> context.store().map(where::equals).orElse(false)).orElse(true)
                && validFrom.map(from -> !context.at().isBefore(from)).orElse(true)
                && validUntil.map(until -> context.at().isBefore(until)).orElse(true);
    }

    /** Store beats channel beats any. */
    int specificity() {
        return (store.isPresent() ? 2 : 0) + (channel.isPresent() ? 1 : 0);
    }
}
