package shopkeeper.domain.recommendation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * What a slate is asked for.
 *
 * @param shopper without baskets and session where they may not be used
 * @param inStock by product number: whether a customer can take it home from where the slate is
 *     shown
 * @param price by product number: what anybody pays for it here; asked for few products
 * @param limit 1 to 100
 */
public record SlateQuestion(
        Shopper shopper,
        Setting setting,
        SlatePolicy policy,
        SlateFilter filter,
        Promoted promoted,
        Wishes wishes,
        IntPredicate inStock,
        IntFunction<Optional<BigDecimal>> price,
        int limit) {
    public SlateQuestion {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("a slate holds 1 to 100 products, not " + limit);
        }
    }
}
