package shopkeeper.domain.behavior;

import static shopkeeper.domain.behavior.ReceiptCheck.quantities;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.kernel.Outcome;

/** What one customer bought, receipt by receipt: where a return without receipt may belong. */
public record Purchases(Map<ReceiptId, Kept> sales) {
    public static final Purchases NONE = new Purchases(Map.of());

    public Purchases {
        sales = Map.copyOf(sales);
    }

    /** A return without receipt is taken for what it is and marks none of them as returned. */
    public Outcome<BehaviorEvent, BehaviorRefusal> decide(RecordReturn back) {
        var unfit = ReceiptCheck.unfit(back);
        if (unfit.isPresent()) {
            return Outcome.refused(unfit.get());
        }
        return Outcome.accepted(
                new ReturnRecorded(
                        back.receipt(),
                        Optional.empty(),
                        back.customer(),
                        back.store(),
                        back.lines(),
                        back.why(),
                        back.total(),
                        candidates(back.lines()),
                        back.via(),
                        back.at()));
    }

    public Purchases evolve(BehaviorEvent event) {
        var after = new LinkedHashMap<>(sales);
        switch (event) {
            case PurchaseRecorded bought -> after.put(bought.receipt(), Kept.of(bought));
            case ReturnRecorded back -> after.replaceAll((_, sale) -> sale.less(back));
            case PurchaseVoided undone -> after.remove(undone.sale());
            case Parked _, ParkedRefused _, NothingSold _ -> {}
        }
        return new Purchases(after);
    }

    /** The receipts that still hold all of it. */
    private List<ReceiptId> candidates(List<ReceiptLine> lines) {
        var wanted = quantities(lines);
        return sales.values().stream()
                .filter(sale -> sale.moreThanLeft(wanted).isEmpty())
                .map(Kept::receipt)
                .sorted(Comparator.comparing(ReceiptId::value))
                .toList();
    }
}
