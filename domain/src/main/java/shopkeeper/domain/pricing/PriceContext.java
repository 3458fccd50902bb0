package shopkeeper.domain.pricing;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.StoreId;

/**
 * Where and when a price is asked for.
 *
 * @param currency empty: the currency of the best fitting book
 */
public record PriceContext(
        Channel channel, Optional<StoreId> store, Optional<Currency> currency, Instant at) {}
