package shopkeeper.persistence.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.domain.recommendation.Verdict;
import shopkeeper.persistence.eventlog.EventCatalog;
import shopkeeper.persistence.eventlog.GoldenFacts;

class RecommendationFormTest extends GoldenFacts {
    @Override
    protected EventCatalog catalog() {
        return RecommendationEventCatalog.catalog();
    }

    @Override
    protected List<Fact> samples() {
        return List.of(
                new FeedbackGiven(
                        new DecisionId("dec_1"),
                        Optional.of(new CustomerId("c-ann")),
                        new ProductId("85123A"),
                        Verdict.NOT_HELPFUL,
                        Via.web(),
                        new Moment(
                                Instant.parse("2026-03-29T12:00:00.123Z"),
                                Instant.parse("2026-03-29T12:00:02Z"))));
    }
}
