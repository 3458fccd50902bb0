package shopkeeper.persistence.decision;

import java.util.Set;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.persistence.eventlog.EventCatalog;

/** How decisions are named and found. */
public final class DecisionEventCatalog {
    private DecisionEventCatalog() {}

    public static EventCatalog catalog() {
        return EventCatalog.of("decision")
                .fact(DecisionMade.class, "decision.made", 1, made -> Set.of(tag(made.id())));
    }

    static String tag(DecisionId decision) {
        return "decision:" + decision;
    }
}
