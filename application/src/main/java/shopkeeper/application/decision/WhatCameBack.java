package shopkeeper.application.decision;

import java.time.Instant;

/** What became of a decision's suggestions that were bought: a fact of later, told beside it. */
public interface WhatCameBack {
    /**
     * The decision as it was given, word for word, and at the end of its body {@code cameBack}
     * where something of it came back; not where the customer does not allow that their purchases
     * are looked at.
     */
    JournaledDecision with(JournaledDecision decision, Instant now);
}
