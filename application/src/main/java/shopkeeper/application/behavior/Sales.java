package shopkeeper.application.behavior;

import java.util.Optional;
import java.util.function.Function;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Sale;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded;

/** The sales, one by one. */
public interface Sales {
    /**
     * @param sale the sale a return belongs to; empty for a purchase and for a return without
     *     receipt
     */
    Recorded<BehaviorEvent, BehaviorRefusal> decide(
            Optional<ReceiptId> sale,
            Message message,
            Function<Sale, Outcome<BehaviorEvent, BehaviorRefusal>> decide);
}
