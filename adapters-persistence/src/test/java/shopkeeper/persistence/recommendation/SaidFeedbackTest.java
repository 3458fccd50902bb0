package shopkeeper.persistence.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.feed.FollowedLog.NOON;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.domain.recommendation.Verdict;
import shopkeeper.persistence.feed.FollowedLog;

class SaidFeedbackTest {
    private final FollowedLog shop = new FollowedLog();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void of_many_decisions_everything_is_told_that_was_said_of_them_and_nothing_else() {
        var ann = Optional.of(new CustomerId("c-ann"));
        var hidden = said("dec_1", ann, Verdict.HIDDEN);
        var shown = said("dec_2", Optional.empty(), Verdict.SHOWN);
        said("dec_other", ann, Verdict.CLICKED);
        var decisions = new HashSet<DecisionId>();
        for (int number = 0; number < 5_000; number++) {
            decisions.add(new DecisionId("dec_" + number));
        }

        assertThat(RecommendationPersistence.said(shop.log(), decisions))
                .containsExactly(hidden, shown);
    }

    @Test
    void of_no_decisions_nothing_is_told() {
        said("dec_1", Optional.empty(), Verdict.SHOWN);

        assertThat(RecommendationPersistence.said(shop.log(), Set.of())).isEmpty();
    }

    private FeedbackEvent said(String decision, Optional<CustomerId> customer, Verdict verdict) {
        var id = new DecisionId(decision);
        FeedbackEvent given =
                new FeedbackGiven(
                        id, customer, new ProductId("tea"), verdict, Via.web(), Moment.at(NOON));
        RecommendationPersistence.feedbacks(shop.log())
                .decide(
                        id,
                        new Message(new MessageId("test", decision), decision),
                        _ -> Outcome.accepted(List.of(given)));
        return given;
    }
}
