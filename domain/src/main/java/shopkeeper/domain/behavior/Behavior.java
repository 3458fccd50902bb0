package shopkeeper.domain.behavior;

import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;

/**
 * One look, search or touch of a cart: no invariant, no position, remembered once by its message.
 */
public record Behavior(
        MessageId message,
        CustomerId customer,
        Kind kind,
        Optional<ProductId> product,
        Via via,
        Moment at) {
    /** What the customer did; the names of the e-commerce spec that web shops already send. */
    public enum Kind {
        PAGE_VIEWED,
        PRODUCTS_SEARCHED,
        PRODUCT_LIST_VIEWED,
        PRODUCT_CLICKED,
        PRODUCT_VIEWED,
        PRODUCT_ADDED,
        PRODUCT_REMOVED,
        CART_VIEWED,
        CHECKOUT_STARTED,
        OTHER
    }
}
