package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.behavior.KeepingPolicy;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/**
 * What may no longer be kept of behavior: what this customer, and every visitor they were, did
 * until then, for this purpose.
 */
public record NoLonger(CustomerId customer, Purpose purpose, Instant until) {
    /**
     * What a fact takes away, by the whole ledger as it stood when the log had come to that fact: a
     * no that is older than the yes that stands takes nothing away, and whoever turns out to be
     * somebody who says no leaves nothing behind.
     *
     * @throws Unavailable when the ledger cannot be read now
     */
    public static List<NoLonger> after(Logged<? extends Fact> logged, ConsentLedgers ledgers) {
        return switch (logged.fact()) {
            case ConsentEvent word when mayTakeAway(word) ->
                    refused(word.customer(), logged.position(), ledgers)
                            .filter(word.use().purpose()::equals)
                            .map(purpose ->
                                    new NoLonger(word.customer(), purpose, word.at().received()))
                            .toList();
            case VisitorBecameKnown(var visitor, var customer, _, _, _, var at) ->
                    refused(customer, logged.position(), ledgers)
                            .map(purpose -> new NoLonger(visitor, purpose, at.received()))
                            .toList();
            default -> List.of();
        };
    }

    private static boolean mayTakeAway(ConsentEvent word) {
        return KeepingPolicy.PURPOSES.contains(word.use().purpose())
                && switch (word) {
                    case ConsentGranted _ -> false;
                    case ConsentRefused _, ConsentWithdrawn _, RefusalCarriedOver _ -> true;
                };
    }

    private static Stream<Purpose> refused(
            CustomerId customer, Position then, ConsentLedgers ledgers) {
        var ledger =
                ledgers.asOf(customer, then)
                        .orElseThrow(() -> new Unavailable("the ledger cannot be read now"));
        return KeepingPolicy.PURPOSES.stream()
                .filter(purpose -> ledger.saysNoTo(Use.of(purpose)))
                .sorted();
    }
}
