package shopkeeper.domain.behavior;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;

/**
 * What one customer bought and brought back, in money.
 *
 * @param openingPoints with which they came
 */
public record PurchaseHistory(
        int openingPoints, List<SaleNet> sales, List<UnlinkedReturn> unlinked) {
    public PurchaseHistory {
        sales = List.copyOf(sales);
        unlinked = List.copyOf(unlinked);
    }

    /**
     * As facts tell it.
     *
     * @param everyone under which names they are known
     * @param facts of their receipts, and what became of their sales, in the order of the log
     */
    public static PurchaseHistory told(
            int openingPoints, Set<CustomerId> everyone, List<BehaviorEvent> facts) {
        Predicate<BehaviorEvent> theirs =
                fact -> fact.customer().filter(everyone::contains).isPresent();
        var sales = new LinkedHashMap<ReceiptId, SaleNet>();
        var unlinked = new ArrayList<UnlinkedReturn>();
        for (BehaviorEvent fact : facts) {
            switch (fact) {
                case PurchaseRecorded bought when theirs.test(bought) ->
                        sales.put(bought.receipt(), SaleNet.of(bought));
                case ReturnRecorded back when back.sale().isPresent() ->
                        sales.computeIfPresent(
                                back.sale().get(), (_, sale) -> sale.less(back.total()));
                case ReturnRecorded back when theirs.test(back) ->
                        unlinked.add(UnlinkedReturn.of(back));
                case PurchaseVoided undone ->
                        sales.computeIfPresent(undone.sale(), (_, sale) -> sale.undone());
                case PurchaseRecorded _,
                        ReturnRecorded _,
                        Parked _,
                        ParkedRefused _,
                        NothingSold _ -> {}
            }
        }
        return new PurchaseHistory(
                openingPoints,
                sales.values().stream()
                        .sorted(
                                Comparator.comparing(SaleNet::occurred)
                                        .thenComparing(sale -> sale.receipt().value()))
                        .toList(),
                unlinked.stream()
                        .sorted(
                                Comparator.comparing(UnlinkedReturn::occurred)
                                        .thenComparing(back -> back.receipt().value()))
                        .toList());
    }

    /** What was spent since then and kept, by currency; never below zero. */
    public List<Money> spentSince(Instant since) {
        var spent = new TreeMap<Currency, Money>(Comparator.comparing(Currency::getCurrencyCode));
        for (SaleNet sale : sales) {
            if (!sale.occurred().isBefore(since)) {
                spent.merge(sale.net().currency(), sale.net(), Money::plus);
            }
        }
        for (UnlinkedReturn back : unlinked) {
            if (!back.occurred().isBefore(since)) {
                spent.merge(back.total().currency(), back.total().negated(), Money::plus);
            }
        }
        spent.replaceAll((currency, sum) -> sum.isNegative() ? Money.zero(currency) : sum);
        return List.copyOf(spent.values());
    }
}
