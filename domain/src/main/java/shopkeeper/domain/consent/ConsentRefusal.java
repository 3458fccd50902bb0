package shopkeeper.domain.consent;

import shopkeeper.domain.kernel.Refusal;

/** Why the ledger takes a statement for nothing. */
public sealed interface ConsentRefusal extends Refusal {
    record DismissalIsNoConsent(Use use) implements ConsentRefusal {
        @Override
        public String code() {
            return "dismissal-is-no-consent";
        }

        @Override
        public String words() {
            return "Closing a banner is not an affirmative act, so it cannot grant " + use + ".";
        }
    }
}
