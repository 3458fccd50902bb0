package shopkeeper.application.decision;

import java.time.Instant;
import shopkeeper.domain.decision.DecisionRefusal;
import shopkeeper.domain.kernel.DecisionId;

/**
 * Gives a decision again, word for word, in whichever channel it is asked for; where something of
 * it came back since, that is told at its end ({@link WhatCameBack}).
 */
public interface HonourDecision {
    Honoured honour(DecisionId decision, Instant now);

    /** The same answer again, or why not. */
    sealed interface Honoured {
        record Again(JournaledDecision decision) implements Honoured {}

        record Refused(DecisionRefusal refusal) implements Honoured {}
    }
}
