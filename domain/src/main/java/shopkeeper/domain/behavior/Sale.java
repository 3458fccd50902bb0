package shopkeeper.domain.behavior;

import static shopkeeper.domain.behavior.ReceiptCheck.quantities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPractice;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorCommand.RecordVoid;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnParked;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.VoidParked;
import shopkeeper.domain.behavior.BehaviorRefusal.AlreadyVoided;
import shopkeeper.domain.behavior.BehaviorRefusal.MoreReturnedThanBought;
import shopkeeper.domain.behavior.BehaviorRefusal.OtherCurrency;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;

/**
 * One sale, what of it came back, and what waits for it.
 *
 * @param asked the name under which it was looked for: its identity, or what the till printed
 * @param kept empty while the sale is not known
 * @param waiting what came before it, in the order it came
 */
public record Sale(ReceiptId asked, Optional<Kept> kept, List<Parked> waiting) {
    public Sale {
        waiting = List.copyOf(waiting);
    }

    public static Sale of(ReceiptId asked) {
        return new Sale(asked, Optional.empty(), List.of());
    }

    public Outcome<BehaviorEvent, BehaviorRefusal> decide(BehaviorCommand command) {
        var unfit = ReceiptCheck.unfit(command);
        if (unfit.isPresent()) {
            return Outcome.refused(unfit.get());
        }
        return switch (command) {
            case RecordPurchase purchase -> Outcome.accepted(bought(purchase));
            case RecordReturn back -> broughtBack(back);
            case RecordVoid undone -> voided(undone);
            case RecordPractice(var receipt, var practice, var store, var via, var at) ->
                    Outcome.accepted(new NothingSold(receipt, practice, store, via, at));
        };
    }

    public Sale evolve(BehaviorEvent event) {
        return switch (event) {
            case PurchaseRecorded bought when asked.means(bought.receipt()) ->
                    new Sale(asked, Optional.of(Kept.of(bought)), waiting);
            case ReturnRecorded back -> settled(back).changed(kept.map(sale -> sale.less(back)));
            case PurchaseVoided undone ->
                    settled(undone).changed(kept.map(sale -> sale.without(undone)));
            case ParkedRefused refused -> settled(refused);
            case Parked parked -> {
                var longer = new ArrayList<>(waiting);
                longer.add(parked);
                yield new Sale(asked, kept, longer);
            }
            case PurchaseRecorded _, NothingSold _ -> this;
        };
    }

    /** The purchase, and whatever waited for it: returns first, since a void takes the rest. */
    private List<BehaviorEvent> bought(RecordPurchase purchase) {
        var facts = new ArrayList<BehaviorEvent>();
        facts.add(
                new PurchaseRecorded(
                        purchase.receipt(),
                        purchase.customer(),
                        purchase.store(),
                        purchase.lines(),
                        purchase.discount(),
                        purchase.total(),
                        purchase.via(),
                        purchase.at()));
        var sale = evolve(facts.getFirst());
        var waited =
                waiting.stream()
                        .filter(parked -> parked.sale().means(purchase.receipt()))
                        .sorted(Comparator.comparing(parked -> parked instanceof VoidParked))
                        .toList();
        for (Parked parked : waited) {
            var settled = sale.settle(parked);
            facts.add(settled);
            sale = sale.evolve(settled);
        }
        return facts;
    }

    /** Only asked of a sale that is known. */
    private BehaviorEvent settle(Parked parked) {
        var outcome =
                switch (parked) {
                    case ReturnParked waited -> broughtBack(command(waited));
                    case VoidParked waited -> voided(command(waited));
                };
        return switch (outcome) {
            case Outcome.Accepted<BehaviorEvent, BehaviorRefusal>(var facts) -> facts.getFirst();
            case Outcome.Refused<BehaviorEvent, BehaviorRefusal>(var refusal) ->
                    new ParkedRefused(
                            parked.receipt(),
                            parked.sale(),
                            refusal.code(),
                            refusal.words(),
                            parked.store(),
                            parked.at());
        };
    }

    private Outcome<BehaviorEvent, BehaviorRefusal> broughtBack(RecordReturn back) {
        var named = back.sale().orElse(asked);
        if (kept.isEmpty()) {
            return Outcome.accepted(
                    new ReturnParked(
                            back.receipt(),
                            named,
                            back.customer(),
                            back.store(),
                            back.lines(),
                            back.why(),
                            back.total(),
                            back.via(),
                            back.at()));
        }
        var sale = kept.get();
        if (sale.voided()) {
            return Outcome.refused(new AlreadyVoided(sale.receipt()));
        }
        if (!sale.net().currency().equals(back.total().currency())) {
            return Outcome.refused(new OtherCurrency(sale.receipt()));
        }
        var over = sale.moreThanLeft(quantities(back.lines()));
        if (over.isPresent()) {
            return Outcome.refused(new MoreReturnedThanBought(over.get()));
        }
        return Outcome.accepted(
                new ReturnRecorded(
                        back.receipt(),
                        Optional.of(sale.receipt()),
                        back.customer().or(sale::customer),
                        back.store(),
                        back.lines(),
                        back.why(),
                        back.total(),
                        List.of(),
                        back.via(),
                        back.at()));
    }

    private Outcome<BehaviorEvent, BehaviorRefusal> voided(RecordVoid undone) {
        if (kept.isEmpty()) {
            return Outcome.accepted(
                    new VoidParked(
                            undone.receipt(),
                            undone.sale(),
                            undone.reason(),
                            undone.store(),
                            undone.via(),
                            undone.at()));
        }
        var sale = kept.get();
        if (sale.voided()) {
            return Outcome.refused(new AlreadyVoided(sale.receipt()));
        }
        return Outcome.accepted(
                new PurchaseVoided(
                        undone.receipt(),
                        sale.receipt(),
                        undone.reason(),
                        sale.customer(),
                        undone.store(),
                        sale.left(),
                        sale.net(),
                        undone.via(),
                        undone.at()));
    }

    private static RecordReturn command(ReturnParked waited) {
        return new RecordReturn(
                waited.receipt(),
                Optional.of(waited.sale()),
                waited.buyer(),
                waited.store(),
                waited.lines(),
                waited.why(),
                waited.total(),
                waited.via(),
                waited.at());
    }

    private static RecordVoid command(VoidParked waited) {
        return new RecordVoid(
                waited.receipt(),
                waited.sale(),
                waited.reason(),
                waited.store(),
                waited.via(),
                waited.at());
    }

    private Sale changed(Optional<Kept> now) {
        return new Sale(asked, now, waiting);
    }

    private Sale settled(BehaviorEvent by) {
        return new Sale(
                asked,
                kept,
                waiting.stream().filter(parked -> !parked.receipt().equals(by.receipt())).toList());
    }

    /** What a customer still has of it, by product; for tests and whoever only asks that. */
    public Map<ProductId, BigDecimal> left() {
        return kept.map(Kept::left).orElseGet(HashMap::new);
    }
}
