package shopkeeper.persistence.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.eventlog.EventCatalog;
import shopkeeper.persistence.eventlog.GoldenFacts;

class DecisionFormTest extends GoldenFacts {
    @Override
    protected EventCatalog catalog() {
        return DecisionEventCatalog.catalog();
    }

    @Override
    protected List<Fact> samples() {
        var at =
                new Moment(
                        Instant.parse("2026-03-29T12:00:00.123Z"),
                        Instant.parse("2026-03-29T12:00:02Z"));
        return List.of(
                new DecisionMade(
                        new DecisionId("d-1"),
                        Optional.of(new CustomerId("c-ann")),
                        Mode.PERSONAL,
                        Via.web(),
                        at,
                        Instant.parse("2026-03-29T12:30:02Z")));
    }
}
