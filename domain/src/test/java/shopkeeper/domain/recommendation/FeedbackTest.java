package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.Feedback.Offered;
import shopkeeper.domain.recommendation.Feedback.Said;
import shopkeeper.domain.recommendation.FeedbackCommand.GiveFeedback;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.domain.recommendation.FeedbackRefusal.FeedbackTooLate;
import shopkeeper.domain.recommendation.FeedbackRefusal.NotSuggested;
import shopkeeper.domain.recommendation.FeedbackRefusal.NothingToUndo;
import shopkeeper.domain.recommendation.FeedbackRefusal.UnknownDecision;

class FeedbackTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofMinutes(30));
    private static final DecisionId ID = new DecisionId("dec_1");
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId MILK = new ProductId("milk");
    private static final ProductId SALT = new ProductId("salt");
    private static final Optional<CustomerId> ANN = Optional.of(new CustomerId("ann"));
    private static final Offered OFFERED = new Offered(ID, ANN, Set.of(TEA, MILK), END);

    @Test
    void what_is_said_of_several_products_is_kept_of_each() {
        assertThat(Feedback.NONE.decide(OFFERED, says(Verdict.SHOWN, NOON, TEA, MILK, TEA)))
                .isEqualTo(
                        Outcome.accepted(
                                List.of(given(TEA, Verdict.SHOWN), given(MILK, Verdict.SHOWN))));
    }

    @Test
    void what_was_said_already_changes_nothing() {
        for (Verdict verdict : Set.of(Verdict.SHOWN, Verdict.CLICKED, Verdict.HIDDEN)) {
            assertThat(after(verdict).decide(OFFERED, says(verdict, NOON, TEA)))
                    .isEqualTo(Outcome.accepted());
        }
    }

    @Test
    void another_word_takes_the_place_of_the_one_before() {
        var feedback = after(Verdict.SHOWN, Verdict.CLICKED, Verdict.HELPFUL, Verdict.HIDDEN);

        assertThat(feedback.standing())
                .containsExactlyInAnyOrder(
                        new Said(TEA, Verdict.SHOWN),
                        new Said(TEA, Verdict.CLICKED),
                        new Said(TEA, Verdict.HIDDEN));
        assertThat(feedback.decide(OFFERED, says(Verdict.HELPFUL, NOON, TEA)))
                .isEqualTo(Outcome.accepted(given(TEA, Verdict.HELPFUL)));
    }

    @Test
    void what_one_says_of_a_product_leaves_the_others_alone() {
        var feedback = after(Verdict.HIDDEN).evolve(given(MILK, Verdict.HIDDEN));

        assertThat(feedback.evolve(given(MILK, Verdict.UNDONE)).standing())
                .containsExactly(new Said(TEA, Verdict.HIDDEN));
    }

    @Test
    void what_was_not_suggested_cannot_be_spoken_of() {
        assertThat(Feedback.NONE.decide(OFFERED, says(Verdict.SHOWN, NOON, TEA, SALT)))
                .isEqualTo(Outcome.refused(new NotSuggested(ID, SALT)));
        assertThat(new NotSuggested(ID, SALT).words())
                .isEqualTo("Decision dec_1 did not suggest salt.");
    }

    @Test
    void an_expired_decision_is_not_spoken_of_any_more() {
        assertThat(Feedback.NONE.decide(OFFERED, says(Verdict.CLICKED, END.minusNanos(1), TEA)))
                .isEqualTo(
                        Outcome.accepted(
                                new FeedbackGiven(
                                        ID,
                                        ANN,
                                        TEA,
                                        Verdict.CLICKED,
                                        Via.web(),
                                        Moment.at(END.minusNanos(1)))));
        assertThat(Feedback.NONE.decide(OFFERED, says(Verdict.CLICKED, END, TEA)))
                .isEqualTo(Outcome.refused(new FeedbackTooLate(ID, END)));
        assertThat(new FeedbackTooLate(ID, END).words())
                .isEqualTo(
                        "Decision dec_1 was good until 2026-03-29T12:30:00Z, and what was said by then is heard for 7 days: ask again and speak of the new one.");
    }

    @Test
    void what_was_said_in_time_is_heard_for_a_week_after_the_end() {
        var said = END.minusNanos(1);
        var last = END.plus(Duration.ofDays(7));

        assertThat(Feedback.NONE.decide(OFFERED, hides(said, last)))
                .isEqualTo(Outcome.accepted(hidden(new Moment(said, last))));
        assertThat(Feedback.NONE.decide(OFFERED, hides(said, last.plusNanos(1))))
                .isEqualTo(Outcome.refused(new FeedbackTooLate(ID, END)));
        assertThat(Feedback.NONE.decide(OFFERED, hides(END, last)))
                .isEqualTo(Outcome.refused(new FeedbackTooLate(ID, END)));
    }

    @Test
    void a_clock_that_runs_ahead_says_nothing_later_than_it_is_heard() {
        var ahead = NOON.plus(Duration.ofDays(300));

        assertThat(Feedback.NONE.decide(OFFERED, hides(ahead, NOON)))
                .isEqualTo(Outcome.accepted(hidden(new Moment(ahead, NOON))));
        assertThat(
                        Feedback.NONE
                                .evolve(hidden(new Moment(ahead, NOON)))
                                .decide(OFFERED, says(Verdict.UNDONE, NOON.plusSeconds(1), TEA)))
                .isEqualTo(Outcome.accepted(given(TEA, Verdict.UNDONE, NOON.plusSeconds(1))));
    }

    @Test
    void a_word_that_is_older_than_the_standing_one_changes_nothing() {
        var hidden = after(Verdict.HIDDEN);
        var undone = after(Verdict.HIDDEN, Verdict.UNDONE);
        var before = NOON.minusNanos(1);

        for (Verdict word : List.of(Verdict.HELPFUL, Verdict.NOT_HELPFUL, Verdict.UNDONE)) {
            assertThat(hidden.decide(OFFERED, says(word, before, TEA)))
                    .isEqualTo(Outcome.accepted());
        }
        assertThat(undone.decide(OFFERED, says(Verdict.HELPFUL, before, TEA)))
                .isEqualTo(Outcome.accepted());
        assertThat(hidden.decide(OFFERED, says(Verdict.HELPFUL, before, MILK)))
                .isEqualTo(Outcome.accepted(given(MILK, Verdict.HELPFUL, before)));
        assertThat(hidden.decide(OFFERED, says(Verdict.CLICKED, before, TEA)))
                .isEqualTo(Outcome.accepted(given(TEA, Verdict.CLICKED, before)));
    }

    @Test
    void whoever_hid_something_takes_it_back_however_late_it_is() {
        for (Verdict verdict : Set.of(Verdict.HIDDEN, Verdict.HELPFUL, Verdict.NOT_HELPFUL)) {
            assertThat(after(verdict).decide(OFFERED, says(Verdict.UNDONE, END, TEA)))
                    .isEqualTo(
                            Outcome.accepted(
                                    new FeedbackGiven(
                                            ID,
                                            ANN,
                                            TEA,
                                            Verdict.UNDONE,
                                            Via.web(),
                                            Moment.at(END))));
        }
    }

    @Test
    void only_what_the_customer_said_can_be_taken_back_and_once() {
        for (Feedback feedback :
                List.of(
                        Feedback.NONE,
                        after(Verdict.SHOWN, Verdict.CLICKED),
                        after(Verdict.HIDDEN, Verdict.UNDONE))) {
            assertThat(feedback.decide(OFFERED, says(Verdict.UNDONE, NOON, TEA)))
                    .isEqualTo(Outcome.refused(new NothingToUndo(TEA)));
        }
        assertThat(new NothingToUndo(TEA).words())
                .isEqualTo("Nothing was said of tea that could be taken back.");
    }

    @Test
    void feedback_is_about_1_to_100_products() {
        assertThatIllegalArgumentException().isThrownBy(() -> says(Verdict.SHOWN, NOON));
        var many =
                IntStream.range(0, 101)
                        .mapToObj(number -> new ProductId("p" + number))
                        .toArray(ProductId[]::new);
        assertThatIllegalArgumentException().isThrownBy(() -> says(Verdict.SHOWN, NOON, many));
        assertThat(
                        says(
                                        Verdict.SHOWN,
                                        NOON,
                                        Collections.nCopies(101, TEA).toArray(ProductId[]::new))
                                .products())
                .containsExactly(TEA);
    }

    @Test
    void refusals_have_codes_that_clients_rely_on() {
        assertThat(
                        List.of(
                                new UnknownDecision(ID).code(),
                                new NotSuggested(ID, TEA).code(),
                                new FeedbackTooLate(ID, END).code(),
                                new NothingToUndo(TEA).code()))
                .containsExactly(
                        "unknown-decision",
                        "not-suggested",
                        "feedback-too-late",
                        "nothing-to-undo");
        assertThat(new UnknownDecision(ID).words()).isEqualTo("There is no decision dec_1.");
    }

    private static Feedback after(Verdict... verdicts) {
        var feedback = Feedback.NONE;
        for (Verdict verdict : verdicts) {
            feedback = feedback.evolve(given(TEA, verdict));
        }
        return feedback;
    }

    private static GiveFeedback says(Verdict verdict, Instant at, ProductId... products) {
        return new GiveFeedback(ID, List.of(products), verdict, Via.web(), Moment.at(at));
    }

    private static GiveFeedback hides(Instant said, Instant heard) {
        return new GiveFeedback(
                ID, List.of(TEA), Verdict.HIDDEN, Via.till(), new Moment(said, heard));
    }

    private static FeedbackGiven hidden(Moment at) {
        return new FeedbackGiven(ID, ANN, TEA, Verdict.HIDDEN, Via.till(), at);
    }

    private static FeedbackGiven given(ProductId product, Verdict verdict) {
        return given(product, verdict, NOON);
    }

    private static FeedbackGiven given(ProductId product, Verdict verdict, Instant at) {
        return new FeedbackGiven(ID, ANN, product, verdict, Via.web(), Moment.at(at));
    }
}
