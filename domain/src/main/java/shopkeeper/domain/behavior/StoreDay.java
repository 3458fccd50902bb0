package shopkeeper.domain.behavior;

import java.time.LocalDate;
import java.util.List;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;

/**
 * One business day of a store, as its receipts tell it.
 *
 * @param receipts of sales
 * @param returns with and without the receipt they were bought on
 * @param waiting what still waits for its sale
 * @param totals by currency
 */
public record StoreDay(
        StoreId store,
        LocalDate day,
        int receipts,
        int returns,
        int voided,
        int training,
        int cancelled,
        int waiting,
        int duplicates,
        int conflicts,
        List<Total> totals) {
    public StoreDay {
        totals = List.copyOf(totals);
    }

    /** What was sold, paid back and voided that day, each zero or more. */
    public record Total(Money sales, Money returns, Money voided) {
        public Money net() {
            return sales.minus(returns).minus(voided);
        }
    }
}
