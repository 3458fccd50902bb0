package shopkeeper.application.decision;

import java.time.Instant;
import java.util.List;
import shopkeeper.application.decision.WhatCameBack.Told;
import shopkeeper.domain.decision.DecisionRefusal;
import shopkeeper.domain.kernel.DecisionId;

/**
 * Gives a decision again, word for word, in whichever channel it is asked for; where something of
 * it came back since, that is told at its end ({@link WhatCameBack}), or beside the word that it
 * has expired.
 */
public interface HonourDecision {
    Honoured honour(DecisionId decision, Instant now);

    /** The same answer again, or why not. */
    sealed interface Honoured {
        record Again(JournaledDecision decision) implements Honoured {}

        /**
         * @param cameBack of a decision that has expired
         */
        record Refused(DecisionRefusal refusal, List<Told> cameBack) implements Honoured {
            public Refused {
                cameBack = List.copyOf(cameBack);
            }

            public Refused(DecisionRefusal refusal) {
                this(refusal, List.of());
            }
        }
    }
}
