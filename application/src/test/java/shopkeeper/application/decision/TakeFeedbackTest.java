package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Outcome.Refused;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.kernel.Recorded.Duplicate;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.FeedbackCommand.GiveFeedback;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.FeedbackRefusal;
import shopkeeper.domain.recommendation.FeedbackRefusal.NotSuggested;
import shopkeeper.domain.recommendation.FeedbackRefusal.UnknownDecision;
import shopkeeper.domain.recommendation.Verdict;

class TakeFeedbackTest {
    private final Told told = new Told().sells(TEA, MILK);
    private final CustomerId ann = told.met(card("4001"));
    private int decisions;

    TakeFeedbackTest() {
        told.grants(ann, SUGGESTIONS);
    }

    @Test
    void what_she_hides_is_absent_from_her_next_answer_until_she_undoes_it() {
        var first = ask(new Who.Known(ann));
        say(first.id(), Verdict.HIDDEN, TEA);

        assertThat(ask(new Who.Known(ann)).body())
                .doesNotContain("\"product\":\"tea\"")
                .contains("\"missing\":1,\"because\":[{\"code\":\"HIDDEN\",\"products\":1}]");
        assertThat(ask(new Who.Nobody()).body()).contains("\"product\":\"tea\"");

        told.later(Duration.ofDays(365));
        say(first.id(), Verdict.UNDONE, TEA);
        assertThat(ask(new Who.Known(ann)).body()).contains("\"product\":\"tea\"");
    }

    @Test
    void without_permission_nothing_she_said_is_looked_at() {
        say(ask(new Who.Known(ann)).id(), Verdict.HIDDEN, TEA);
        told.withdraws(ann, SUGGESTIONS);

        assertThat(ask(new Who.Known(ann)).body()).contains("\"product\":\"tea\"");
    }

    @Test
    void what_nobody_in_particular_says_is_counted_and_moves_nobody() {
        say(ask(new Who.Nobody()).id(), Verdict.CLICKED, TEA);
        say(ask(new Who.Nobody()).id(), Verdict.CLICKED, TEA, MILK);

        assertThat(told.shop.countFeedback.counts())
                .containsEntry(Verdict.CLICKED, 3L)
                .containsEntry(Verdict.HIDDEN, 0L);
    }

    @Test
    void only_a_decisions_own_suggestions_are_spoken_of() {
        var decision = ask(new Who.Known(ann)).id();
        var none = new DecisionId("none");
        var salt = new ProductId("salt");

        assertThat(refusal(say(none, Verdict.HIDDEN, TEA))).contains(new UnknownDecision(none));
        assertThat(refusal(say(decision, Verdict.HIDDEN, salt)))
                .contains(new NotSuggested(decision, salt));
        told.later(Told.LIFETIME);
        assertThat(refusal(say(decision, Verdict.HIDDEN, TEA)).map(FeedbackRefusal::code))
                .contains("feedback-too-late");
    }

    @Test
    void the_same_message_counts_once() {
        var decision = ask(new Who.Known(ann)).id();
        var message = new Message(new MessageId("web", "m-1"), "hidden tea");
        var command = command(decision, Verdict.HIDDEN, TEA);

        assertThat(told.shop.takeFeedback.take(message, command)).isInstanceOf(Decided.class);
        assertThat(told.shop.takeFeedback.take(message, command)).isInstanceOf(Duplicate.class);
        assertThat(told.shop.countFeedback.counts()).containsEntry(Verdict.HIDDEN, 1L);
    }

    private Recorded<FeedbackEvent, FeedbackRefusal> say(
            DecisionId decision, Verdict verdict, ProductId... products) {
        return told.shop.takeFeedback.take(told.message(), command(decision, verdict, products));
    }

    private GiveFeedback command(DecisionId decision, Verdict verdict, ProductId... products) {
        return new GiveFeedback(decision, List.of(products), verdict, Via.web(), told.now());
    }

    private static Optional<FeedbackRefusal> refusal(
            Recorded<FeedbackEvent, FeedbackRefusal> recorded) {
        return switch (recorded) {
            case Decided(Refused(var refusal), _) -> Optional.of(refusal);
            case Decided(Accepted<?, ?> _, _),
                    Duplicate<?, ?> _,
                    Recorded.Conflict<?, ?> _,
                    Recorded.Stale<?, ?> _ ->
                    Optional.empty();
        };
    }

    private JournaledDecision ask(Who who) {
        return told.shop.decide.decide(
                new Question(
                        new DecisionId("d-" + ++decisions),
                        who,
                        Via.web(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(new Recommendations("home", List.of(), 2)),
                        told.now()));
    }
}
