package shopkeeper.application.decision;

import java.time.Instant;
import shopkeeper.application.decision.HonourDecision.Honoured.Again;
import shopkeeper.application.decision.HonourDecision.Honoured.Refused;
import shopkeeper.domain.decision.DecisionRefusal.DecisionExpired;
import shopkeeper.domain.decision.DecisionRefusal.DecisionUnknown;
import shopkeeper.domain.kernel.DecisionId;

/** Goods come back for weeks: what is too old to be honoured is not too old for that. */
record HonourFromJournal(DecisionJournal journal, WhatCameBack back) implements HonourDecision {
    @Override
    public Honoured honour(DecisionId id, Instant now) {
        return journal.find(id)
                .map(decision -> honour(decision, now))
                .orElseGet(() -> new Refused(new DecisionUnknown(id)));
    }

    private Honoured honour(JournaledDecision decision, Instant now) {
        return now.isBefore(decision.expiresAt())
                ? new Again(back.with(decision, now))
                : new Refused(
                        new DecisionExpired(decision.id(), decision.expiresAt()),
                        back.told(decision, now));
    }
}
