package shopkeeper.web.behavior;

/** The event names of the Segment e-commerce spec, version 2, that are receipts. */
final class EventNames {
    static final String ORDER_COMPLETED = "Order Completed";
    static final String ORDER_REFUNDED = "Order Refunded";

    private EventNames() {}
}
