package shopkeeper.web.behavior;

import java.util.Map;
import shopkeeper.domain.behavior.Behavior.Kind;

/** The event names of the Segment e-commerce spec, version 2. */
final class EventNames {
    static final String ORDER_COMPLETED = "Order Completed";
    static final String ORDER_REFUNDED = "Order Refunded";

    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    Map.entry("Products Searched", Kind.PRODUCTS_SEARCHED),
                    Map.entry("Product List Viewed", Kind.PRODUCT_LIST_VIEWED),
                    Map.entry("Product List Filtered", Kind.PRODUCT_LIST_VIEWED),
                    Map.entry("Product Clicked", Kind.PRODUCT_CLICKED),
                    Map.entry("Product Viewed", Kind.PRODUCT_VIEWED),
                    Map.entry("Product Added", Kind.PRODUCT_ADDED),
                    Map.entry("Product Removed", Kind.PRODUCT_REMOVED),
                    Map.entry("Cart Viewed", Kind.CART_VIEWED),
                    Map.entry("Checkout Started", Kind.CHECKOUT_STARTED));

    private EventNames() {}

    /** Names we have no use for are kept all the same. */
    static Kind kind(String event) {
        return KINDS.getOrDefault(event, Kind.OTHER);
    }
}
