package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.domain.recommendation.Verdict;

class ReceptionsTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(14));
    private static final ProductId TEA = new ProductId("tea");

    private final Receptions receptions = new Receptions();

    @Test
    void whoever_was_only_shown_something_is_forgotten_after_14_days_whoever_comes_then() {
        take("ann", Verdict.SHOWN, NOON);
        take("bob", Verdict.SHOWN, NOON.plusSeconds(1));
        take("ann", Verdict.SHOWN, NOON.plusSeconds(2));
        assertThat(receptions.people()).isEqualTo(2);

        take("cem", Verdict.SHOWN, LATER.plusSeconds(1));
        assertThat(receptions.people()).isEqualTo(3);
        take("cem", Verdict.SHOWN, LATER.plusSeconds(2));
        assertThat(receptions.people()).as("without Bob").isEqualTo(2);
        take("cem", Verdict.SHOWN, LATER.plusSeconds(3));
        assertThat(receptions.people()).as("without Ann").isEqualTo(1);
        assertThat(receptions.counts()).containsEntry(Verdict.SHOWN, 6L);
    }

    @Test
    void what_somebody_said_stays_however_long_they_are_away() {
        take("ann", Verdict.HIDDEN, NOON);
        take("bob", Verdict.SHOWN, LATER.plusSeconds(1));

        var wishes = receptions.wishes(List.of(new CustomerId("ann")), LATER);
        assertThat(wishes.hidden()).containsExactly(TEA);
    }

    private void take(String customer, Verdict verdict, Instant at) {
        receptions.take(
                new FeedbackGiven(
                        new DecisionId("dec_1"),
                        Optional.of(new CustomerId(customer)),
                        TEA,
                        verdict,
                        Via.web(),
                        Moment.at(at)));
    }
}
