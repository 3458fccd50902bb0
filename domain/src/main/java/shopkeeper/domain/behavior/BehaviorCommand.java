package shopkeeper.domain.behavior;

import java.util.List;
import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;

/** What a receipt asks to be remembered. */
public sealed interface BehaviorCommand {
    ReceiptId receipt();

    List<ReceiptLine> lines();

    Moment at();

    /**
     * Somebody bought.
     *
     * @param discount zero or negative: what the whole receipt was reduced by
     * @param total what was paid: the sum of the lines and the discount
     */
    record RecordPurchase(
            ReceiptId receipt,
            Optional<CustomerId> customer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Money discount,
            Money total,
            Via via,
            Moment at)
            implements BehaviorCommand {
        public RecordPurchase {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Somebody brought something back.
     *
     * @param sale the receipt it was bought on, where that is known
     * @param total what was paid back, zero or positive
     */
    record RecordReturn(
            ReceiptId receipt,
            Optional<ReceiptId> sale,
            Optional<CustomerId> customer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Money total,
            Via via,
            Moment at)
            implements BehaviorCommand {
        public RecordReturn {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What must be equal when the same receipt is sent again: not who it was credited to, that may
     * be learned later, and not when, since a web shop's clock is corrected anew at each attempt
     * and a till's time is part of the receipt's identity.
     */
    default String content() {
        var text = new StringBuilder();
        switch (this) {
            case RecordPurchase purchase ->
                    text.append("purchase ")
                            .append(purchase.discount())
                            .append(' ')
                            .append(purchase.total());
            case RecordReturn back ->
                    text.append("return ")
                            .append(back.sale().map(ReceiptId::value).orElse("-"))
                            .append(' ')
                            .append(back.total());
        }
        for (ReceiptLine line : lines()) {
            text.append('\n')
                    .append(line.product())
                    .append(' ')
                    .append(line.quantity().toPlainString())
                    .append(' ')
                    .append(line.unitPrice())
                    .append(' ')
                    .append(line.extended());
        }
        return text.toString();
    }
}
