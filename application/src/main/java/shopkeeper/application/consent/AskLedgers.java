package shopkeeper.application.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import shopkeeper.domain.consent.ConsentLedger;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;

/** Asks the customer's ledger and those of the visitors they were; what cannot be read is a no. */
record AskLedgers(ConsentLedgers ledgers) implements AskPermission {
    @Override
    public Permission may(CustomerId customer, Set<CustomerId> visitors, Use use, Instant at) {
        Optional<ConsentLedger> ledger = ledgers.current(customer);
        for (CustomerId visitor : visitors) {
            ledger = ledger.flatMap(own -> ledgers.current(visitor).map(own::withRefusalsOf));
        }
        return ledger.map(known -> known.may(use, at))
                .orElseGet(() -> new Denied(Denial.UNAVAILABLE));
    }
}
