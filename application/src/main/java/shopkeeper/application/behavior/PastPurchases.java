package shopkeeper.application.behavior;

import java.util.List;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.BehaviorEvent;

/** What the log tells of a customer's receipts, now and once. */
public interface PastPurchases {
    /**
     * In the order of the log: what was heard by then under all their names of then, and what had
     * become of their sales, whoever brought it back.
     */
    List<BehaviorEvent> of(Then then);
}
