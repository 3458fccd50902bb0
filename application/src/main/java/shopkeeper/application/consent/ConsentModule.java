package shopkeeper.application.consent;

import shopkeeper.application.kernel.Policy;

/** The only door to consent for the composition root. */
public final class ConsentModule {
    private ConsentModule() {}

    public static RecordConsent recordConsent(ConsentLedgers ledgers) {
        return (message, command) ->
                ledgers.decide(command.customer(), message, ledger -> ledger.decide(command));
    }

    public static AskPermission askPermission(ConsentLedgers ledgers) {
        return new AskLedgers(ledgers);
    }

    public static Policy<?, ?> whenVisitorBecameKnown(
            ConsentLedgers ledgers, RecordConsent consents) {
        return new WhenVisitorBecameKnown(ledgers, consents);
    }
}
