package shopkeeper.domain.consent;

import static shopkeeper.domain.consent.Standing.Choice.GRANTED;
import static shopkeeper.domain.consent.Standing.Choice.REFUSED;
import static shopkeeper.domain.consent.Standing.Choice.WITHDRAWN;

import java.time.Instant;
import java.util.ArrayList;
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
import shopkeeper.domain.consent.ConsentRefusal.WordOfMouthNeedsEvidence;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Basis;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Via;

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
            // GDPR Art. 7(1): the shop must be able to show that it was said.
            case GrantConsent(_, var use, _, var method, var evidence, var via, _)
                    when isUnproven(method, evidence, via) ->
                    Outcome.refused(new WordOfMouthNeedsEvidence(use));
            case GrantConsent(
                            var customer,
                            var use,
                            var notice,
                            var method,
                            var evidence,
                            var via,
                            var at) ->
                    Outcome.accepted(
                            new ConsentGranted(customer, use, notice, method, evidence, via, at));
            case RefuseConsent(_, var use, _, var method, var evidence, var via, _)
                    when isUnproven(method, evidence, via) ->
                    Outcome.refused(new WordOfMouthNeedsEvidence(use));
            // A refusal is kept as carefully as a grant: whoever refused is not asked again for
            // months.
            case RefuseConsent(
                            var customer,
                            var use,
                            var notice,
                            var method,
                            var evidence,
                            var via,
                            var at) ->
                    Outcome.accepted(
                            new ConsentRefused(customer, use, notice, method, evidence, via, at));
            // Also when nothing was granted or it was withdrawn before: a grant given earlier may
            // still be on its way, and must find the later no in the ledger.
            case WithdrawConsent(var customer, var use, var evidence, var via, var at) ->
                    Outcome.accepted(new ConsentWithdrawn(customer, use, evidence, via, at));
            case CarryOverRefusal(var customer, var use, var visitor, var via, var at) ->
                    Outcome.accepted(new RefusalCarriedOver(customer, use, visitor, via, at));
        };
    }

    /** A word that is older than the standing one stays history and changes nothing. */
    public ConsentLedger evolve(ConsentEvent event) {
        var word =
                switch (event) {
                    case ConsentGranted _ -> standing(GRANTED, event.at().effective(), event);
                    case ConsentRefused _, RefusalCarriedOver _ ->
                            standing(REFUSED, event.at().effective(), event);
                    // It counts from when we hear it: a till whose clock is slow must not save an
                    // older grant.
                    case ConsentWithdrawn _ -> standing(WITHDRAWN, event.at().received(), event);
                };
        var before = standing.get(event.use());
        var last = before == null ? word : before.or(word);
        return last.equals(before) ? this : with(event.use(), last);
    }

    /** Ledgers are told thousands of times a second, word by word: nothing is copied twice. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of entries has no other type
    private ConsentLedger with(Use use, Standing word) {
        var after = new ArrayList<Map.Entry<Use, Standing>>(standing.size() + 1);
        standing.forEach((other, theirs) -> {
            if (!other.equals(use)) {
                after.add(Map.entry(other, theirs));
            }
        });
        after.add(Map.entry(use, word));
        return new ConsentLedger(Map.ofEntries(after.toArray(Map.Entry[]::new)));
    }

    /** With every no of the visitor that this customer once was; a visitor's yes stays theirs. */
    public ConsentLedger withRefusalsOf(ConsentLedger visitor) {
        var after = new HashMap<>(standing);
        visitor.standing.forEach((use, word) -> {
            if (word.choice() != GRANTED) {
                after.merge(
                        use,
                        new Standing(REFUSED, word.since(), word.via(), word.evidence()),
                        Standing::or);
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

    /** Is the word that stands a no? What was never asked is not allowed, and no no either. */
    public boolean saysNoTo(Use use) {
        Standing word = standing.get(use);
        return word != null && word.choice().isNo();
    }

    private static Standing standing(Standing.Choice choice, Instant since, ConsentEvent event) {
        return new Standing(choice, since, event.via(), event.evidence());
    }

    /** Nothing but an agent's memory would tell of it. */
    private static boolean isUnproven(
            ConsentMethod method, Optional<WordOfMouth> evidence, Via via) {
        return method == ConsentMethod.SPOKEN
                && via.channel() == Channel.SUPPORT
                && evidence.flatMap(WordOfMouth::call).isEmpty();
    }

    private static String evidence(Use use, Standing word) {
        return "%s granted %s via %s/%s%s"
                .formatted(
                        use,
                        word.since(),
                        word.via().channel(),
                        word.via().touchpoint(),
                        word.evidence().map(heard -> ", " + heard.words()).orElse(""));
    }
}
