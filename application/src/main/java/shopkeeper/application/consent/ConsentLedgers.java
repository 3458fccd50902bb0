package shopkeeper.application.consent;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentLedger;
import shopkeeper.domain.consent.ConsentRefusal;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;

/** The ledgers, one per customer. */
public interface ConsentLedgers {
    Recorded<ConsentEvent, ConsentRefusal> decide(
            CustomerId customer,
            Message message,
            Function<ConsentLedger, Outcome<ConsentEvent, ConsentRefusal>> decide);

    /** The ledger with every acknowledged word in it; empty when that cannot be made sure of. */
    Optional<ConsentLedger> current(CustomerId customer);

    /** The ledger as it stood when the log had come to a position; empty as for now. */
    Optional<ConsentLedger> asOf(CustomerId customer, Position then);

    /**
     * The same as {@link #current(CustomerId)} of many at once; those that cannot be made sure of
     * are missing.
     */
    Map<CustomerId, ConsentLedger> current(Collection<CustomerId> customers);
}
