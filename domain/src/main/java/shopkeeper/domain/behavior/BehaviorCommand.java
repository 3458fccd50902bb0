package shopkeeper.domain.behavior;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;

/** What a receipt asks to be remembered. */
public sealed interface BehaviorCommand {
    ReceiptId receipt();

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
     * @param why what they said, by product
     * @param total what was paid back, zero or positive
     */
    record RecordReturn(
            ReceiptId receipt,
            Optional<ReceiptId> sale,
            Optional<CustomerId> customer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Map<ProductId, ReturnReason> why,
            Money total,
            Via via,
            Moment at)
            implements BehaviorCommand {
        public RecordReturn {
            lines = List.copyOf(lines);
            why = Map.copyOf(why);
        }

        /** Nobody said why. */
        public RecordReturn(
                ReceiptId receipt,
                Optional<ReceiptId> sale,
                Optional<CustomerId> customer,
                Optional<StoreId> store,
                List<ReceiptLine> lines,
                Money total,
                Via via,
                Moment at) {
            this(receipt, sale, customer, store, lines, Map.of(), total, via, at);
        }
    }

    /**
     * A sale is to be as if it had never been.
     *
     * @param receipt of the undoing itself
     * @param sale the receipt that is undone
     */
    record RecordVoid(
            ReceiptId receipt,
            ReceiptId sale,
            VoidReason reason,
            Optional<StoreId> store,
            Via via,
            Moment at)
            implements BehaviorCommand {}

    /** A till wrote a receipt of which nobody bought anything; it is counted and no more. */
    record RecordPractice(
            ReceiptId receipt, Practice practice, Optional<StoreId> store, Via via, Moment at)
            implements BehaviorCommand {}

    /**
     * What must be equal when the same receipt is sent again: not who it was credited to, that may
     * be learned later, and not when, since a web shop's clock is corrected anew at each attempt
     * and a till's time is part of the receipt's identity.
     */
    default String content() {
        return switch (this) {
            case RecordPurchase purchase ->
                    "purchase "
                            + purchase.discount()
                            + ' '
                            + purchase.total()
                            + content(purchase.lines());
            case RecordReturn back ->
                    "return "
                            + back.sale().map(ReceiptId::value).orElse("-")
                            + ' '
                            + back.total()
                            + content(back.lines())
                            + reasons(back.why());
            case RecordVoid undone -> "void " + undone.sale() + ' ' + undone.reason();
            case RecordPractice practice -> "practice " + practice.practice();
        };
    }

    private static String reasons(Map<ProductId, ReturnReason> why) {
        return why.isEmpty() ? "" : "\n" + new TreeMap<>(byName(why));
    }

    private static Map<String, ReturnReason> byName(Map<ProductId, ReturnReason> why) {
        return why.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().value(), Map.Entry::getValue));
    }

    private static String content(List<ReceiptLine> lines) {
        var text = new StringBuilder();
        for (ReceiptLine line : lines) {
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
