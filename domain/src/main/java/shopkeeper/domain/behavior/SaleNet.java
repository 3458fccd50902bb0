package shopkeeper.domain.behavior;

import java.time.Instant;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.kernel.Money;

/**
 * What is left of a sale in money.
 *
 * @param net what was paid and not paid back; zero once it is voided
 */
public record SaleNet(ReceiptId receipt, Money net, boolean voided, Instant occurred) {
    static SaleNet of(PurchaseRecorded bought) {
        return new SaleNet(bought.receipt(), bought.total(), false, bought.at().effective());
    }

    SaleNet less(Money back) {
        return new SaleNet(receipt, net.minus(back), voided, occurred);
    }

    SaleNet undone() {
        return new SaleNet(receipt, Money.zero(net.currency()), true, occurred);
    }
}
