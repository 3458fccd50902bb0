package shopkeeper.domain.decision;

import java.time.Instant;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Refusal;

/** Why a decision cannot be honoured. */
public sealed interface DecisionRefusal extends Refusal {
    record DecisionExpired(DecisionId decision, Instant expiredAt) implements DecisionRefusal {
        @Override
        public String code() {
            return "decision-expired";
        }

        @Override
        public String words() {
            return "Decision " + decision + " was good until " + expiredAt + ".";
        }
    }

    record DecisionUnknown(DecisionId decision) implements DecisionRefusal {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String words() {
            return "There is no decision " + decision + ".";
        }
    }
}
