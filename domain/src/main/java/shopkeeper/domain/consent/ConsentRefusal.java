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

    record WordOfMouthNeedsEvidence(Use use) implements ConsentRefusal {
        @Override
        public String code() {
            return "word-of-mouth-needs-evidence";
        }

        @Override
        public String words() {
            return "What was said about "
                    + use
                    + " was only spoken: name the agent who heard it and the call.";
        }
    }
}
