package shopkeeper.application.recommendation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.recommendation.Slate;

/** Suggests products; whoever asks has asked for permission before naming customers. */
public interface Recommend {
    /**
     * A slate of what is sold, and in stock where a store is named.
     *
     * @param customers the customer and the visitors they once were; empty where their history may
     *     not be used
     * @param context products in the cart or on the page
     */
    Slate slate(
            Collection<CustomerId> customers,
            List<ProductId> context,
            Optional<StoreId> store,
            int limit);

    /**
     * What the counts were taken from, so that an answer can name it: the number of baskets
     * learned.
     */
    String modelVersion();
}
