package shopkeeper.domain.behavior;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;

/** What receipts tell; views and carts come by the thousand and are no facts of the log. */
public sealed interface BehaviorEvent extends Fact {
    ReceiptId receipt();

    Optional<StoreId> store();

    Moment at();

    /** Whose history it belongs to; nobody's where it only waits, or was never a sale. */
    default Optional<CustomerId> customer() {
        return Optional.empty();
    }

    /** Something that came before the sale it speaks of. */
    sealed interface Parked extends BehaviorEvent {
        /** As it was named: a printed receipt does not say when it began. */
        ReceiptId sale();
    }

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
     * @param why what they said, by product
     * @param sale the receipt it was bought on; empty for a return without one, which marks no
     *     receipt as returned
     * @param candidates for a return without receipt: on which receipts of this customer it may
     *     have been bought, as far as was known then
     */
    record ReturnRecorded(
            ReceiptId receipt,
            Optional<ReceiptId> sale,
            Optional<CustomerId> customer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Map<ProductId, ReturnReason> why,
            Money total,
            List<ReceiptId> candidates,
            Via via,
            Moment at)
            implements BehaviorEvent {
        public ReturnRecorded {
            lines = List.copyOf(lines);
            why = Map.copyOf(why);
            candidates = List.copyOf(candidates);
        }

        /** Nobody said why. */
        public ReturnRecorded(
                ReceiptId receipt,
                Optional<ReceiptId> sale,
                Optional<CustomerId> customer,
                Optional<StoreId> store,
                List<ReceiptLine> lines,
                Money total,
                List<ReceiptId> candidates,
                Via via,
                Moment at) {
            this(receipt, sale, customer, store, lines, Map.of(), total, candidates, via, at);
        }
    }

    /**
     * A sale is as if it had never been.
     *
     * @param left what of it had not come back before; zero for what had
     * @param total what had been paid for it and not been paid back
     */
    record PurchaseVoided(
            ReceiptId receipt,
            ReceiptId sale,
            VoidReason reason,
            Optional<CustomerId> customer,
            Optional<StoreId> store,
            Map<ProductId, BigDecimal> left,
            Money total,
            Via via,
            Moment at)
            implements BehaviorEvent {
        public PurchaseVoided {
            left = Map.copyOf(left);
        }
    }

    /** A return waits for its sale. */
    record ReturnParked(
            ReceiptId receipt,
            ReceiptId sale,
            Optional<CustomerId> buyer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Map<ProductId, ReturnReason> why,
            Money total,
            Via via,
            Moment at)
            implements Parked {
        public ReturnParked {
            lines = List.copyOf(lines);
            why = Map.copyOf(why);
        }

        /** Nobody said why. */
        public ReturnParked(
                ReceiptId receipt,
                ReceiptId sale,
                Optional<CustomerId> buyer,
                Optional<StoreId> store,
                List<ReceiptLine> lines,
                Money total,
                Via via,
                Moment at) {
            this(receipt, sale, buyer, store, lines, Map.of(), total, via, at);
        }
    }

    /** A void waits for its sale. */
    record VoidParked(
            ReceiptId receipt,
            ReceiptId sale,
            VoidReason reason,
            Optional<StoreId> store,
            Via via,
            Moment at)
            implements Parked {}

    /**
     * The sale came, and what had waited for it cannot be true.
     *
     * @param code of the refusal
     */
    record ParkedRefused(
            ReceiptId receipt,
            ReceiptId sale,
            String code,
            String words,
            Optional<StoreId> store,
            Moment at)
            implements BehaviorEvent {}

    /** A till wrote a receipt of which nobody bought anything. */
    record NothingSold(
            ReceiptId receipt, Practice practice, Optional<StoreId> store, Via via, Moment at)
            implements BehaviorEvent {}
}
