package shopkeeper.persistence.consent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.consent.ConsentLedger;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.persistence.eventlog.Sourced;

/** The ledgers that were asked for last, each with the position up to which it is known. */
final class RecentLedgers {
    private static final int KEPT = 50_000;

    private final Map<CustomerId, Sourced<ConsentLedger>> ledgers =
            new LinkedHashMap<>(1024, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<CustomerId, Sourced<ConsentLedger>> eldest) {
                    return size() > KEPT;
                }
            };

    synchronized @Nullable Sourced<ConsentLedger> get(CustomerId customer) {
        return ledgers.get(customer);
    }

    synchronized void put(CustomerId customer, Sourced<ConsentLedger> ledger) {
        ledgers.put(customer, ledger);
    }
}
