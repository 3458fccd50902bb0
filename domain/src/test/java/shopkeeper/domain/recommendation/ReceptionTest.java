package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;

class ReceptionTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
    private static final ProductId TEA = new ProductId("tea");

    @Test
    void nothing_said_is_nothing_wished() {
        assertThat(Reception.NONE.wishes(NOON)).isEqualTo(Wishes.NONE);
    }

    @Test
    void what_is_hidden_stays_hidden_until_it_is_undone() {
        var hidden = said(Reception.NONE, Verdict.HIDDEN, NOON);

        assertThat(hidden.wishes(NOON.plus(Duration.ofDays(4000))).hidden()).containsExactly(TEA);
        assertThat(said(hidden, Verdict.UNDONE, NOON).wishes(NOON)).isEqualTo(Wishes.NONE);
    }

    @Test
    void what_did_not_help_stays_away_for_90_days() {
        var reception = said(Reception.NONE, Verdict.NOT_HELPFUL, NOON);
        var end = NOON.plus(Duration.ofDays(90));

        assertThat(reception.wishes(end.minusNanos(1)).unhelpful()).containsExactly(TEA);
        assertThat(reception.wishes(end).unhelpful()).isEmpty();
    }

    @Test
    void the_last_word_counts() {
        var reception = said(said(Reception.NONE, Verdict.HIDDEN, NOON), Verdict.HELPFUL, NOON);

        assertThat(reception.wishes(NOON))
                .isEqualTo(new Wishes(Set.of(), Set.of(), Set.of(TEA), Set.of()));
    }

    @Test
    void a_word_told_late_leaves_what_was_said_since() {
        var hidden = said(Reception.NONE, Verdict.HIDDEN, NOON);
        var undone = said(hidden, Verdict.UNDONE, NOON);
        var before = NOON.minusNanos(1);

        for (Verdict word : List.of(Verdict.HELPFUL, Verdict.NOT_HELPFUL, Verdict.UNDONE)) {
            assertThat(said(hidden, word, before).wishes(NOON))
                    .isEqualTo(new Wishes(Set.of(TEA), Set.of(), Set.of(), Set.of()));
        }
        assertThat(said(undone, Verdict.HIDDEN, before).wishes(NOON)).isEqualTo(Wishes.NONE);
    }

    @Test
    void a_look_told_late_ends_nothing_sooner() {
        var five = shown(Reception.NONE, 5);
        var late = said(five, Verdict.SHOWN, NOON.minus(Duration.ofDays(5)));

        assertThat(late.wishes(NOON.plus(Duration.ofDays(10))).tired()).containsExactly(TEA);
    }

    @Test
    void shown_five_times_and_never_clicked_is_tiresome_for_14_days() {
        var four = shown(Reception.NONE, 4);
        var five = shown(four, 1);
        var end = NOON.plus(Duration.ofDays(14));

        assertThat(four.wishes(NOON).tired()).isEmpty();
        assertThat(five.wishes(end.minusNanos(1)).tired()).containsExactly(TEA);
        assertThat(five.wishes(end).tired()).isEmpty();
        assertThat(said(five, Verdict.CLICKED, NOON).wishes(NOON).tired()).isEmpty();
        assertThat(said(five, Verdict.UNDONE, NOON).wishes(NOON).tired()).isEmpty();
        assertThat(said(five, Verdict.HELPFUL, NOON).wishes(NOON).tired()).containsExactly(TEA);
    }

    @Test
    void a_click_and_a_look_leave_the_customers_word_as_it_is() {
        var hidden = said(Reception.NONE, Verdict.HIDDEN, NOON);

        assertThat(shown(hidden, 1).wishes(NOON).hidden()).containsExactly(TEA);
        assertThat(said(hidden, Verdict.CLICKED, NOON).wishes(NOON).hidden()).containsExactly(TEA);
    }

    @Test
    void of_a_visitor_and_the_customer_they_became_the_later_word_counts() {
        var visitor = said(shown(Reception.NONE, 3), Verdict.HIDDEN, NOON);
        var customer = said(shown(Reception.NONE, 2), Verdict.HELPFUL, NOON.plusSeconds(1));

        for (Reception both : List.of(visitor.and(customer), customer.and(visitor))) {
            assertThat(both.wishes(NOON))
                    .isEqualTo(new Wishes(Set.of(), Set.of(), Set.of(TEA), Set.of(TEA)));
        }
        assertThat(visitor.and(Reception.NONE)).isEqualTo(visitor);
        assertThat(Reception.NONE.and(visitor)).isEqualTo(visitor);
    }

    @Test
    void a_word_of_one_counts_where_the_other_only_looked() {
        var looked = shown(Reception.NONE, 1);
        var hid = said(Reception.NONE, Verdict.HIDDEN, NOON);

        assertThat(looked.and(hid).wishes(NOON).hidden()).containsExactly(TEA);
        assertThat(hid.and(looked).wishes(NOON).hidden()).containsExactly(TEA);
    }

    @Test
    void what_did_not_help_a_visitor_stays_away_no_longer_for_being_shown_to_the_customer() {
        var visitor = said(Reception.NONE, Verdict.NOT_HELPFUL, NOON);
        var end = NOON.plus(Duration.ofDays(90));

        for (Verdict looked : List.of(Verdict.SHOWN, Verdict.CLICKED)) {
            var customer = said(Reception.NONE, looked, end.minusSeconds(1));
            for (Reception both : List.of(visitor.and(customer), customer.and(visitor))) {
                assertThat(both.wishes(end.minusNanos(1)).unhelpful()).containsExactly(TEA);
                assertThat(both.wishes(end).unhelpful()).isEmpty();
            }
        }
    }

    @Test
    void what_a_visitor_hid_the_customer_they_became_can_undo() {
        var visitor = said(Reception.NONE, Verdict.HIDDEN, NOON);
        var customer = said(Reception.NONE, Verdict.UNDONE, NOON.plusSeconds(1));

        assertThat(visitor.and(customer).wishes(NOON)).isEqualTo(Wishes.NONE);
        assertThat(customer.and(visitor).wishes(NOON)).isEqualTo(Wishes.NONE);
    }

    private static Reception shown(Reception before, int times) {
        var after = before;
        for (int time = 0; time < times; time++) {
            after = said(after, Verdict.SHOWN, NOON);
        }
        return after;
    }

    private static Reception said(Reception before, Verdict verdict, Instant at) {
        return before.with(
                new FeedbackGiven(
                        new DecisionId("dec_1"),
                        Optional.empty(),
                        TEA,
                        verdict,
                        Via.web(),
                        Moment.at(at)));
    }
}
