package shopkeeper.domain.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shopkeeper.domain.kernel.ProductId;

/**
 * What a slate is asked for.
 *
 * @param context products in the cart or on the page: the slate fits them and does not repeat them
 * @param history empty where it is not known or may not be used
 * @param sold whether the shop sells a product at all
 * @param here whether a customer can take it home from where the slate is shown
 * @param limit 1 to 100
 */
public record SlateQuestion(
        List<ProductId> context,
        Optional<PersonalHistory> history,
        Predicate<ProductId> sold,
        Predicate<ProductId> here,
        int limit) {
    public SlateQuestion {
        context = List.copyOf(context);
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("a slate holds 1 to 100 products, not " + limit);
        }
    }
}
