package shopkeeper.application.decision;

import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.RevealEvent;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;

/** The customer whom a fact is about. */
final class Concerned {
    private Concerned() {}

    static Optional<CustomerId> by(Fact fact) {
        return switch (fact) {
            case ProfileEvent event -> Optional.of(event.customer());
            case RevealEvent event -> Optional.of(event.customer());
            case ConsentEvent event -> Optional.of(event.customer());
            case BehaviorEvent event -> event.customer();
            case DecisionMade made -> made.customer();
            case FeedbackGiven given -> given.customer();
            // Catalog and prices are nobody's history.
            default -> Optional.empty();
        };
    }
}
