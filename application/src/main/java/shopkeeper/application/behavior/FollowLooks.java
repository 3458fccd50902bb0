package shopkeeper.application.behavior;

import java.time.Instant;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;

/** Hears of every look at a product that others may be served by, as it happens. */
public interface FollowLooks {
    void looked(CustomerId customer, ProductId product, Instant at);
}
