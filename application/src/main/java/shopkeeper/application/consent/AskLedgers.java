package shopkeeper.application.consent;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopkeeper.domain.consent.ConsentLedger;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;

/** Asks the customer's ledger and those of the visitors they were; what cannot be read is a no. */
record AskLedgers(ConsentLedgers ledgers) implements AskPermission {
    @Override
    public Permission may(CustomerId customer, Set<CustomerId> visitors, Use use, Instant at) {
        return judged(whole(customer, visitors, ledgers::current), use, at);
    }

    @Override
    public Permission mayThen(
            CustomerId customer, Set<CustomerId> visitors, Use use, Position then, Instant at) {
        return judged(whole(customer, visitors, one -> ledgers.asOf(one, then)), use, at);
    }

    private static Permission judged(Optional<ConsentLedger> ledger, Use use, Instant at) {
        return ledger.map(known -> known.may(use, at))
                .orElseGet(() -> new Denied(Denial.UNAVAILABLE));
    }

    @Override
    public Map<CustomerId, Set<Purpose>> allowed(
            Map<CustomerId, Set<CustomerId>> people, Set<Purpose> purposes, Instant at) {
        var everyone = new HashSet<>(people.keySet());
        people.values().forEach(everyone::addAll);
        var known = ledgers.current(everyone);
        var allowed = new HashMap<CustomerId, Set<Purpose>>();
        people.forEach((customer, visitors) ->
                whole(customer, visitors, one -> Optional.ofNullable(known.get(one)))
                        .ifPresent(ledger ->
                                allowed.put(
                                        customer,
                                        purposes.stream()
                                                .filter(purpose ->
                                                        ledger.may(Use.of(purpose), at)
                                                                instanceof Allowed)
                                                .collect(Collectors.toUnmodifiableSet()))));
        return allowed;
    }

    /** Empty when one of their ledgers could not be read. */
    private static Optional<ConsentLedger> whole(
            CustomerId customer,
            Set<CustomerId> visitors,
            Function<CustomerId, Optional<ConsentLedger>> known) {
        Optional<ConsentLedger> ledger = known.apply(customer);
        for (CustomerId visitor : visitors) {
            ledger = ledger.flatMap(own -> known.apply(visitor).map(own::withRefusalsOf));
        }
        return ledger;
    }
}
