package shopkeeper.domain.behavior;

import java.util.List;
import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;

/** What receipts tell; views and carts come by the thousand and are no facts of the log. */
public sealed interface BehaviorEvent extends Fact {
    ReceiptId receipt();

    Optional<CustomerId> customer();

    record PurchaseRecorded(
            ReceiptId receipt,
            Optional<CustomerId> customer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Money discount,
            Money total,
            Via via,
            Moment at)
            implements BehaviorEvent {
        public PurchaseRecorded {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A return; {@code customer} is the one named, else the one who bought.
     *
     * @param sale the receipt it was bought on; empty for a return without one, which marks no
     *     receipt as returned
     */
    record ReturnRecorded(
            ReceiptId receipt,
            Optional<ReceiptId> sale,
            Optional<CustomerId> customer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Money total,
            Via via,
            Moment at)
            implements BehaviorEvent {
        public ReturnRecorded {
            lines = List.copyOf(lines);
        }
    }
}
