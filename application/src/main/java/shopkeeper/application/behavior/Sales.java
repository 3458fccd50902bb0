package shopkeeper.application.behavior;

import java.util.Optional;
import java.util.function.Function;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.Purchases;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Sale;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded;

/** The sales, one by one, and those of one customer. */
public interface Sales {
    /**
     * @param sale its identity, or what a till printed on it
     */
    Recorded<BehaviorEvent, BehaviorRefusal> decide(
            ReceiptId sale,
            Message message,
            Function<Sale, Outcome<BehaviorEvent, BehaviorRefusal>> decide);

    /** Nobody bought nothing. */
    Recorded<BehaviorEvent, BehaviorRefusal> decide(
            Optional<CustomerId> customer,
            Message message,
            Function<Purchases, Outcome<BehaviorEvent, BehaviorRefusal>> decide);
}
