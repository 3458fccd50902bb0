package shopkeeper.application.consent;

import shopkeeper.application.kernel.Policy;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.consent.Permission.Denied;

/** The only door to consent for the composition root. */
public final class ConsentModule {
    private ConsentModule() {}

    public static RecordConsent recordConsent(ConsentLedgers ledgers) {
        return (message, command) ->
                ledgers.decide(command.customer(), message, ledger -> ledger.decide(command));
    }

    public static AskPermission askPermission(ConsentLedgers ledgers) {
        return (customer, use, at) ->
                ledgers.current(customer)
                        .map(ledger -> ledger.may(use, at))
                        .orElseGet(() -> new Denied(Denial.UNAVAILABLE));
    }

    public static Policy<?, ?> whenVisitorBecameKnown(
            ConsentLedgers ledgers, RecordConsent consents) {
        return new WhenVisitorBecameKnown(ledgers, consents);
    }
}
