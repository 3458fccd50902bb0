package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;
import static shopkeeper.application.Told.device;

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
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
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
    void looks_and_clicks_of_who_refused_are_counted_under_nobodys_name() {
        told.refuses(ann, SUGGESTIONS);
        var decision = ask(new Who.Known(ann)).id();
        say(decision, Verdict.SHOWN, TEA, MILK);
        say(decision, Verdict.CLICKED, TEA);

        assertThat(given()).hasSize(3).allMatch(one -> one.customer().isEmpty());
        assertThat(told.shop.countFeedback.counts())
                .containsEntry(Verdict.SHOWN, 2L)
                .containsEntry(Verdict.CLICKED, 1L);
    }

    @Test
    void what_counts_is_what_is_allowed_when_a_click_is_heard() {
        var decision = ask(new Who.Known(ann)).id();
        say(decision, Verdict.SHOWN, TEA);
        told.later(Duration.ofMinutes(1)).withdraws(ann, SUGGESTIONS);
        say(decision, Verdict.CLICKED, TEA);

        assertThat(given())
                .extracting(FeedbackGiven::customer)
                .containsExactly(Optional.of(ann), Optional.empty());
    }

    @Test
    void a_no_of_the_visitor_they_were_counts_for_looks_too() {
        var visitor = told.met(device("d-1"));
        told.refuses(visitor, SUGGESTIONS);
        var decision = ask(new Who.Known(visitor)).id();
        told.later(Duration.ofMinutes(1)).recognise(told.message(), device("d-1"), card("4001"));
        say(decision, Verdict.CLICKED, TEA);

        assertThat(given()).extracting(FeedbackGiven::customer).containsExactly(Optional.empty());
    }

    @Test
    void a_wish_is_no_consent_and_is_kept_as_said_for_when_they_allow_it() {
        told.refuses(ann, SUGGESTIONS);
        var decision = ask(new Who.Known(ann)).id();
        for (Verdict word :
                List.of(Verdict.HELPFUL, Verdict.NOT_HELPFUL, Verdict.UNDONE, Verdict.HIDDEN)) {
            say(decision, word, TEA);
        }
        assertThat(given()).hasSize(4).allMatch(one -> one.customer().equals(Optional.of(ann)));
        assertThat(ask(new Who.Known(ann)).body()).contains("\"product\":\"tea\"");

        told.later(Duration.ofMinutes(1)).grants(ann, SUGGESTIONS);
        assertThat(ask(new Who.Known(ann)).body()).doesNotContain("\"product\":\"tea\"");
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

    private List<FeedbackGiven> given() {
        return told.shop.log.facts(FeedbackGiven.class);
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
