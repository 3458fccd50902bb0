package shopkeeper.application.behavior;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.PurchaseHistory;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.StoreDay;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;

/** What people read of receipts. */
public interface ReceiptViews {
    /** Of a customer and of every visitor that turned out to be them. */
    PurchaseHistory history(CustomerId customer);

    /** What was heard of by then, under all their names of then. */
    PurchaseHistory history(Then then);

    /** What waits for its sale and what had waited in vain, the oldest first. */
    List<Waiting> waiting(int limit);

    StoreDay day(StoreId store, LocalDate day);

    /**
     * A return or a void that came before its sale.
     *
     * @param sale as it was named
     * @param kind return or void
     * @param total empty for a void
     * @param refused the code of the refusal, once the sale came and contradicted it
     */
    record Waiting(
            ReceiptId receipt,
            ReceiptId sale,
            String kind,
            Optional<StoreId> store,
            Optional<Money> total,
            Instant occurred,
            Instant received,
            Optional<String> refused) {}
}
