package shopkeeper.domain.behavior;

import static shopkeeper.domain.behavior.ReceiptCheck.quantities;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;

/**
 * What is kept of a sale.
 *
 * @param left what was bought and has not come back, zero for what has
 * @param net what was paid and not paid back
 * @param voided as if it had never been
 */
public record Kept(
        ReceiptId receipt,
        Optional<CustomerId> customer,
        Map<ProductId, BigDecimal> left,
        Money net,
        boolean voided) {
    public Kept {
        left = Map.copyOf(left);
    }

    static Kept of(PurchaseRecorded bought) {
        return new Kept(
                bought.receipt(),
                bought.customer(),
                quantities(bought.lines()),
                bought.total(),
                false);
    }

    /** A return of another sale changes nothing here. */
    Kept less(ReturnRecorded back) {
        if (!back.sale().equals(Optional.of(receipt))) {
            return this;
        }
        var after = new HashMap<>(left);
        quantities(back.lines())
                .forEach((product, quantity) ->
                        after.merge(product, quantity.negate(), BigDecimal::add));
        return new Kept(receipt, customer, after, net.minus(back.total()), voided);
    }

    Kept without(PurchaseVoided undone) {
        return undone.sale().equals(receipt)
                ? new Kept(receipt, customer, Map.of(), Money.zero(net.currency()), true)
                : this;
    }

    Optional<ProductId> moreThanLeft(Map<ProductId, BigDecimal> back) {
        return back.entrySet().stream()
                .filter(line ->
                        left.getOrDefault(line.getKey(), BigDecimal.ZERO).compareTo(line.getValue())
                                < 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
