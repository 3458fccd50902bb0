package shopkeeper.messaging.behavior;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.Practice;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.profile.Identifier;

/**
 * A till's receipt as it was read: what was sold, and what came back by the receipt it was bought
 * on.
 *
 * @param why what was said of what came back
 * @param net what the receipt says was paid in the end; below zero where more came back
 * @param flawed products whose bar code has a wrong check digit: taken all the same
 */
record PosReceipt(
        ReceiptId id,
        List<Identifier> customer,
        List<ReceiptLine> sold,
        Money discount,
        Map<Optional<ReceiptId>, List<ReceiptLine>> returned,
        Map<ProductId, ReturnReason> why,
        Money net,
        Instant occurred,
        Optional<Practice> practice,
        List<ProductId> flawed) {
    Money returnedTotal() {
        return sum(returned.values().stream().flatMap(List::stream).toList(), net.currency());
    }

    static Money sum(List<ReceiptLine> lines, Currency currency) {
        return lines.stream().map(ReceiptLine::extended).reduce(Money.zero(currency), Money::plus);
    }
}
