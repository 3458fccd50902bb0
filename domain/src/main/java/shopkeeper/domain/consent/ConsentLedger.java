package shopkeeper.domain.consent;

import static shopkeeper.domain.consent.Standing.Choice.GRANTED;
import static shopkeeper.domain.consent.Standing.Choice.REFUSED;
import static shopkeeper.domain.consent.Standing.Choice.WITHDRAWN;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.consent.ConsentCommand.CarryOverRefusal;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.consent.ConsentRefusal.DismissalIsNoConsent;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Basis;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.kernel.Outcome;

/** Everything one customer ever said about the use of their data, and what of it stands. */
public record ConsentLedger(Map<Use, Standing> standing) {
    public static final ConsentLedger EMPTY = new ConsentLedger(Map.of());

    public ConsentLedger {
        standing = Map.copyOf(standing);
    }

    public Outcome<ConsentEvent, ConsentRefusal> decide(ConsentCommand command) {
        return switch (command) {
            case GrantConsent grant when grant.method() == ConsentMethod.DISMISSED ->
                    Outcome.refused(new DismissalIsNoConsent(grant.use()));
            case GrantConsent(var customer, var use, var notice, var method, var via, var at) ->
                    Outcome.accepted(new ConsentGranted(customer, use, notice, method, via, at));
            // A refusal is kept as carefully as a grant: whoever refused is not asked again for
            // months.
            case RefuseConsent(var customer, var use, var notice, var method, var via, var at) ->
                    Outcome.accepted(new ConsentRefused(customer, use, notice, method, via, at));
            // Also when nothing was granted or it was withdrawn before: a grant given earlier may
            // still be on its way, and must find the later no in the ledger.
            case WithdrawConsent(var customer, var use, var via, var at) ->
                    Outcome.accepted(new ConsentWithdrawn(customer, use, via, at));
            case CarryOverRefusal(var customer, var use, var visitor, var via, var at) ->
                    Outcome.accepted(new RefusalCarriedOver(customer, use, visitor, via, at));
        };
    }

    /** A word that is older than the standing one stays history and changes nothing. */
    public ConsentLedger evolve(ConsentEvent event) {
        var word =
                switch (event) {
                    case ConsentGranted _ ->
                            new Standing(GRANTED, event.at().effective(), event.via());
                    case ConsentRefused _, RefusalCarriedOver _ ->
                            new Standing(REFUSED, event.at().effective(), event.via());
                    // It counts from when we hear it: a till whose clock is slow must not save an
                    // older grant.
                    case ConsentWithdrawn _ ->
                            new Standing(WITHDRAWN, event.at().received(), event.via());
                };
        var after = new HashMap<>(standing);
        after.merge(event.use(), word, Standing::or);
        return new ConsentLedger(after);
    }

    /** With every no of the visitor that this customer once was; a visitor's yes stays theirs. */
    public ConsentLedger withRefusalsOf(ConsentLedger visitor) {
        var after = new HashMap<>(standing);
        visitor.standing.forEach((use, word) -> {
            if (word.choice() != GRANTED) {
                after.merge(use, new Standing(REFUSED, word.since(), word.via()), Standing::or);
            }
        });
        return new ConsentLedger(after);
    }

    /**
     * May the shop use the customer's data like this at that time? What was never asked is not
     * allowed.
     */
    public Permission may(Use use, Instant at) {
        if (use.purpose() == Purpose.STRICTLY_NECESSARY) {
            return new Allowed(
                    Basis.CONTRACT, "strictly necessary to serve the customer", Optional.empty());
        }
        Standing word = standing.get(use);
        if (word == null || word.since().isAfter(at)) {
            return new Denied(Denial.NO_DECISION);
        }
        return switch (word.choice()) {
            case GRANTED -> new Allowed(Basis.CONSENT, evidence(use, word), Optional.empty());
            case REFUSED -> new Denied(Denial.REFUSED);
            case WITHDRAWN -> new Denied(Denial.WITHDRAWN);
        };
    }

    private static String evidence(Use use, Standing word) {
        return "%s granted %s via %s/%s"
                .formatted(use, word.since(), word.via().channel(), word.via().touchpoint());
    }
}
