package shopkeeper.domain.behavior;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorRefusal.MixedCurrencies;
import shopkeeper.domain.behavior.BehaviorRefusal.MoreReturnedThanBought;
import shopkeeper.domain.behavior.BehaviorRefusal.NothingOnIt;
import shopkeeper.domain.behavior.BehaviorRefusal.SaleNotKnown;
import shopkeeper.domain.behavior.BehaviorRefusal.SumsDoNotAdd;
import shopkeeper.domain.behavior.BehaviorRefusal.WrongSign;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;

/**
 * One sale and what of it came back.
 *
 * @param left what was bought on it and not returned yet; empty where the sale is not known
 */
public record Sale(
        Optional<ReceiptId> receipt,
        Optional<CustomerId> customer,
        Map<ProductId, BigDecimal> left) {
    public static final Sale UNKNOWN = new Sale(Optional.empty(), Optional.empty(), Map.of());

    public Sale {
        left = Map.copyOf(left);
    }

    public Outcome<BehaviorEvent, BehaviorRefusal> decide(BehaviorCommand command) {
        if (command.lines().isEmpty()) {
            return Outcome.refused(new NothingOnIt());
        }
        return switch (command) {
            case RecordPurchase purchase -> bought(purchase);
            case RecordReturn back -> broughtBack(back);
        };
    }

    public Sale evolve(BehaviorEvent event) {
        return switch (event) {
            case PurchaseRecorded bought ->
                    new Sale(
                            Optional.of(bought.receipt()),
                            bought.customer(),
                            quantities(bought.lines()));
            case ReturnRecorded back
                    when back.sale().isPresent() && back.sale().equals(receipt) -> {
                var after = new HashMap<>(left);
                quantities(back.lines())
                        .forEach((product, quantity) ->
                                after.merge(product, quantity.negate(), BigDecimal::add));
                yield new Sale(receipt, customer, after);
            }
            case ReturnRecorded _ -> this;
        };
    }

    private static Outcome<BehaviorEvent, BehaviorRefusal> bought(RecordPurchase purchase) {
        if (!oneCurrency(purchase.lines(), purchase.total(), purchase.discount())) {
            return Outcome.refused(new MixedCurrencies());
        }
        if (purchase.discount().amount().signum() > 0) {
            return Outcome.refused(new WrongSign("discount"));
        }
        Money sum = sum(purchase.lines(), purchase.total()).plus(purchase.discount());
        if (!sum.equals(purchase.total())) {
            return Outcome.refused(new SumsDoNotAdd(sum, purchase.total()));
        }
        return Outcome.accepted(
                new PurchaseRecorded(
                        purchase.receipt(),
                        purchase.customer(),
                        purchase.store(),
                        purchase.lines(),
                        purchase.discount(),
                        purchase.total(),
                        purchase.via(),
                        purchase.at()));
    }

    private Outcome<BehaviorEvent, BehaviorRefusal> broughtBack(RecordReturn back) {
        if (!oneCurrency(back.lines(), back.total(), back.total())) {
            return Outcome.refused(new MixedCurrencies());
        }
        if (back.total().isNegative()) {
            return Outcome.refused(new WrongSign("total of the return"));
        }
        if (back.sale().isPresent() && receipt.isEmpty()) {
            return Outcome.refused(new SaleNotKnown(back.sale().get()));
        }
        var over =
                quantities(back.lines()).entrySet().stream()
                        .filter(_ -> back.sale().isPresent())
                        .filter(line ->
                                left.getOrDefault(line.getKey(), BigDecimal.ZERO)
                                                .compareTo(line.getValue())
                                        < 0)
                        .map(Map.Entry::getKey)
                        .findFirst();
        if (over.isPresent()) {
            return Outcome.refused(new MoreReturnedThanBought(over.get()));
        }
        Money worth = sum(back.lines(), back.total());
        if (back.total().compareTo(worth) > 0) {
            return Outcome.refused(new SumsDoNotAdd(worth, back.total()));
        }
        return Outcome.accepted(
                new ReturnRecorded(
                        back.receipt(),
                        back.sale(),
                        back.customer().or(() -> customer),
                        back.store(),
                        back.lines(),
                        back.total(),
                        back.via(),
                        back.at()));
    }

    private static boolean oneCurrency(List<ReceiptLine> lines, Money total, Money discount) {
        return discount.currency().equals(total.currency())
                && lines.stream()
                        .allMatch(line ->
                                line.extended().currency().equals(total.currency())
                                        && line.unitPrice().currency().equals(total.currency()));
    }

    private static Money sum(List<ReceiptLine> lines, Money total) {
        return lines.stream()
                .map(ReceiptLine::extended)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    private static Map<ProductId, BigDecimal> quantities(List<ReceiptLine> lines) {
        var quantities = new HashMap<ProductId, BigDecimal>();
        lines.forEach(line -> quantities.merge(line.product(), line.quantity(), BigDecimal::add));
        return quantities;
    }
}
