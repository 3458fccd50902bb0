package shopkeeper.application.decision;

import java.time.Instant;
import java.util.Optional;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;

/**
 * A decision as the journal keeps it.
 *
 * @param body the answer as JSON text, the same for every channel; see {@link DecisionBody}
 */
public record JournaledDecision(
        DecisionId id,
        Optional<CustomerId> customer,
        Mode mode,
        Instant decidedAt,
        Instant expiresAt,
        String body) {}
