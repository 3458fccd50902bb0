package shopkeeper.application.behavior;

import java.util.List;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.kernel.CustomerId;

/** What the log tells of a customer's receipts. */
public interface PurchaseFacts {
    /** In the order of the log. */
    List<BehaviorEvent> of(CustomerId customer);
}
