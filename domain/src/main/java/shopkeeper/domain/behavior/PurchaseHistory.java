package shopkeeper.domain.behavior;

import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
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
