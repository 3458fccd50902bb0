package shopkeeper.application.behavior;

import java.time.Instant;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;

/** Hears of every look at a product that others may be served by, as it happens. */
public interface FollowLooks {
    void looked(CustomerId customer, ProductId product, Instant at);

    /**
     * A look that was kept before this node started; it counts if whoever looked allowed that when
     * it was heard and said nothing else since.
     *
     * @param at when it happened and when it was heard
     */
    void recalled(CustomerId customer, ProductId product, Moment at);
}
