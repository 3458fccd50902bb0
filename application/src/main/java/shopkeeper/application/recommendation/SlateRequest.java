package shopkeeper.application.recommendation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.Setting;
import shopkeeper.domain.recommendation.SlateFilter;

/**
 * A slate that is wanted.
 *
 * @param customers the customer and the visitors they once were; empty where nothing of theirs may
 *     be used
 * @param session what they looked at and put into the cart in the visit that is going on, oldest
 *     first; empty where that may not be used
 * @param price what anybody pays for a product where the slate is shown
 * @param at now
 */
public record SlateRequest(
        Set<CustomerId> customers,
        List<ProductId> session,
        Occasion occasion,
        Setting setting,
        SlateFilter filter,
        Promoted promoted,
        Optional<StoreId> store,
        Function<ProductId, Optional<BigDecimal>> price,
        Instant at,
        int limit) {
    public SlateRequest {
        customers = Set.copyOf(customers);
        session = List.copyOf(session);
    }

    /** With nothing special about it. */
    public static SlateRequest plain(
            Collection<CustomerId> customers,
            List<ProductId> page,
            Optional<StoreId> store,
            Instant at,
            int limit) {
        return new SlateRequest(
                Set.copyOf(customers),
                List.of(),
                page.isEmpty() ? Occasion.HOME : Occasion.PRODUCT_PAGE,
                Setting.PLAIN.with(page),
                SlateFilter.NONE,
                Promoted.NOTHING,
                store,
                _ -> Optional.empty(),
                at,
                limit);
    }
}
