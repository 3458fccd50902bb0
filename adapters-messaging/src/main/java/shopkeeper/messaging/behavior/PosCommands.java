package shopkeeper.messaging.behavior;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorCommand;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPractice;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorCommand.RecordVoid;
import shopkeeper.domain.behavior.Practice;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.MalformedMessage;

/** What a till's receipt asks to be remembered; one receipt may hold a sale and returns. */
final class PosCommands {
    private PosCommands() {}

    static List<BehaviorCommand> of(
            PosReceipt receipt, Optional<CustomerId> customer, Heard heard) {
        var at = new Moment(receipt.occurred(), heard.received());
        var store = Optional.of(heard.till().store());
        var commands = new ArrayList<BehaviorCommand>();
        if (!receipt.sold().isEmpty() || receipt.returned().isEmpty()) {
            commands.add(
                    new RecordPurchase(
                            receipt.id(),
                            customer,
                            store,
                            receipt.sold(),
                            receipt.discount(),
                            receipt.net().plus(receipt.returnedTotal()),
                            Via.till(),
                            at));
        }
        receipt.returned()
                .forEach((sale, lines) ->
                        commands.add(
                                new RecordReturn(
                                        returnId(receipt.id(), commands),
                                        sale,
                                        customer,
                                        store,
                                        lines,
                                        of(lines, receipt.why()),
                                        PosReceipt.sum(lines, receipt.net().currency()),
                                        Via.till(),
                                        at)));
        return commands;
    }

    static BehaviorCommand of(PosVoid undone, Heard heard) {
        return new RecordVoid(
                undone.id(),
                undone.sale(),
                undone.reason(),
                Optional.of(heard.till().store()),
                Via.till(),
                new Moment(undone.occurred(), heard.received()));
    }

    static BehaviorCommand of(PosReceipt receipt, Practice practice, Heard heard) {
        return new RecordPractice(
                receipt.id(),
                practice,
                Optional.of(heard.till().store()),
                Via.till(),
                new Moment(receipt.occurred(), heard.received()));
    }

    private static Map<ProductId, ReturnReason> of(
            List<ReceiptLine> lines, Map<ProductId, ReturnReason> said) {
        var why = new HashMap<>(said);
        why.keySet().retainAll(lines.stream().map(ReceiptLine::product).toList());
        return why;
    }

    /** Returns of several sales on one receipt are numbered from the second on. */
    private static ReceiptId returnId(ReceiptId receipt, List<BehaviorCommand> before) {
        long returns = before.stream().filter(RecordReturn.class::isInstance).count();
        String id = receipt + "-return" + (returns == 0 ? "" : "-" + (returns + 1));
        try {
            return new ReceiptId(id);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("The receipt's identity is too long.");
        }
    }
}
