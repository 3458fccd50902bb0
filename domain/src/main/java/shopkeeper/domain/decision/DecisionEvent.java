package shopkeeper.domain.decision;

import java.time.Instant;
import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

/** That the shop answered; the answer itself is in the journal, written with this fact. */
public sealed interface DecisionEvent extends Fact {
    record DecisionMade(
            DecisionId id,
            Optional<CustomerId> customer,
            Mode mode,
            Via via,
            Moment at,
            Instant expiresAt)
            implements DecisionEvent {}
}
