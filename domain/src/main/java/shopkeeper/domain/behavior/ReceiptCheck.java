package shopkeeper.domain.behavior;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPractice;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorCommand.RecordVoid;
import shopkeeper.domain.behavior.BehaviorRefusal.MixedCurrencies;
import shopkeeper.domain.behavior.BehaviorRefusal.NothingOnIt;
import shopkeeper.domain.behavior.BehaviorRefusal.SumsDoNotAdd;
import shopkeeper.domain.behavior.BehaviorRefusal.VoidsItself;
import shopkeeper.domain.behavior.BehaviorRefusal.WrongSign;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;

/** What makes a receipt wrong by itself, whatever happened before. */
public final class ReceiptCheck {
    private ReceiptCheck() {}

    public static Optional<BehaviorRefusal> unfit(BehaviorCommand command) {
        return switch (command) {
            case RecordPurchase purchase -> unfit(purchase);
            case RecordReturn back -> unfit(back);
            case RecordVoid undone ->
                    undone.sale().means(undone.receipt())
                            ? Optional.of(new VoidsItself())
                            : Optional.empty();
            case RecordPractice _ -> Optional.empty();
        };
    }

    private static Optional<BehaviorRefusal> unfit(RecordPurchase purchase) {
        if (purchase.lines().isEmpty()) {
            return Optional.of(new NothingOnIt());
        }
        if (!oneCurrency(purchase.lines(), purchase.total(), purchase.discount())) {
            return Optional.of(new MixedCurrencies());
        }
        if (purchase.discount().amount().signum() > 0) {
            return Optional.of(new WrongSign("discount"));
        }
        Money sum = sum(purchase.lines(), purchase.total()).plus(purchase.discount());
        return sum.equals(purchase.total())
                ? Optional.empty()
                : Optional.of(new SumsDoNotAdd(sum, purchase.total()));
    }

    private static Optional<BehaviorRefusal> unfit(RecordReturn back) {
        if (back.lines().isEmpty()) {
            return Optional.of(new NothingOnIt());
        }
        if (!oneCurrency(back.lines(), back.total(), back.total())) {
            return Optional.of(new MixedCurrencies());
        }
        if (back.total().isNegative()) {
            return Optional.of(new WrongSign("total of the return"));
        }
        Money worth = sum(back.lines(), back.total());
        return back.total().compareTo(worth) > 0
                ? Optional.of(new SumsDoNotAdd(worth, back.total()))
                : Optional.empty();
    }

    static Map<ProductId, BigDecimal> quantities(List<ReceiptLine> lines) {
        var quantities = new HashMap<ProductId, BigDecimal>();
        lines.forEach(line -> quantities.merge(line.product(), line.quantity(), BigDecimal::add));
        return quantities;
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
}
