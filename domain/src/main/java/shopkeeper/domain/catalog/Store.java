package shopkeeper.domain.catalog;

import java.time.ZoneId;
import java.util.Currency;
import shopkeeper.domain.kernel.StoreId;

/**
 * A store, its time zone and its currency.
 *
 * @param country ISO 3166-1 alpha-2: where the law comes from
 */
public record Store(StoreId id, String name, ZoneId zone, Currency currency, String country) {
    public Store {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "a country is two capital letters (ISO 3166-1), not '" + country + "'");
        }
        if (name.isBlank() || name.length() > 500) {
            throw new IllegalArgumentException("a store's name must have 1 to 500 characters");
        }
    }
}
