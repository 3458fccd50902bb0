package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
        assertThat(new Reception().wishes(NOON)).isEqualTo(Wishes.NONE);
    }

    @Test
    void what_is_hidden_stays_hidden_until_it_is_undone() {
        var hidden = said(Verdict.HIDDEN, NOON);

        assertThat(having(hidden).wishes(NOON.plus(Duration.ofDays(4000))).hidden())
                .containsExactly(TEA);
        assertThat(having(hidden, said(Verdict.UNDONE, NOON)).wishes(NOON)).isEqualTo(Wishes.NONE);
    }

    @Test
    void what_did_not_help_stays_away_for_90_days() {
        var reception = having(said(Verdict.NOT_HELPFUL, NOON));
        var end = NOON.plus(Duration.ofDays(90));

        assertThat(reception.wishes(end.minusNanos(1)).unhelpful()).containsExactly(TEA);
        assertThat(reception.wishes(end).unhelpful()).isEmpty();
    }

    @Test
    void the_last_word_counts() {
        var reception = having(said(Verdict.HIDDEN, NOON), said(Verdict.HELPFUL, NOON));

        assertThat(reception.wishes(NOON)).isEqualTo(liking(TEA));
    }

    @Test
    void a_word_told_late_leaves_what_was_said_since() {
        var hidden = said(Verdict.HIDDEN, NOON);
        var before = NOON.minusNanos(1);

        for (Verdict word : List.of(Verdict.HELPFUL, Verdict.NOT_HELPFUL, Verdict.UNDONE)) {
            assertThat(having(hidden, said(word, before)).wishes(NOON))
                    .isEqualTo(new Wishes(Set.of(TEA), Set.of(), Set.of(), Set.of()));
        }
        assertThat(
                        having(hidden, said(Verdict.UNDONE, NOON), said(Verdict.HIDDEN, before))
                                .wishes(NOON))
                .isEqualTo(Wishes.NONE);
        assertThat(after(shown(5), hidden, said(Verdict.UNDONE, before)).wishes(NOON).tired())
                .containsExactly(TEA);
    }

    @Test
    void a_look_told_late_ends_nothing_sooner() {
        var late = after(shown(5), said(Verdict.SHOWN, NOON.minus(Duration.ofDays(5))));

        assertThat(late.wishes(NOON.plus(Duration.ofDays(10))).tired()).containsExactly(TEA);
    }

    @Test
    void shown_five_times_and_never_clicked_is_tiresome_for_14_days() {
        var five = having(shown(5));
        var end = NOON.plus(Duration.ofDays(14));

        assertThat(having(shown(4)).wishes(NOON).tired()).isEmpty();
        assertThat(five.wishes(end.minusNanos(1)).tired()).containsExactly(TEA);
        assertThat(five.wishes(end).tired()).isEmpty();
        assertThat(after(shown(5), said(Verdict.CLICKED, NOON)).wishes(NOON).tired()).isEmpty();
        assertThat(after(shown(5), said(Verdict.UNDONE, NOON)).wishes(NOON).tired()).isEmpty();
        assertThat(after(shown(5), said(Verdict.HELPFUL, NOON)).wishes(NOON).tired())
                .containsExactly(TEA);
    }

    @Test
    void whoever_saw_nothing_of_it_for_14_days_sees_it_as_if_for_the_first_time() {
        var again = NOON.plus(Duration.ofDays(14));

        assertThat(after(shown(4), said(Verdict.SHOWN, again.minusNanos(1))).wishes(again).tired())
                .containsExactly(TEA);
        assertThat(after(shown(4), said(Verdict.SHOWN, again)).wishes(again).tired()).isEmpty();
    }

    @Test
    void what_was_only_shown_is_forgotten_when_it_counts_no_more() {
        var milkAt = NOON.plusNanos(1);
        var end = NOON.plus(Duration.ofDays(14));
        var reception =
                after(
                        shown(4),
                        said(new ProductId("milk"), Verdict.SHOWN, milkAt),
                        said(Verdict.SHOWN, NOON));

        reception.forget(end.minusNanos(1));
        assertThat(reception.wishes(NOON).tired()).containsExactly(TEA);
        reception.forget(end);
        assertThat(reception.isEmpty()).as("milk was seen later, and heard of before").isFalse();
        reception.forget(end.plusNanos(1));
        assertThat(reception.isEmpty()).isTrue();
    }

    @Test
    void what_was_said_and_what_was_taken_back_is_never_forgotten() {
        var hid = having(said(Verdict.HIDDEN, NOON));
        var took = having(said(Verdict.UNDONE, NOON.plusSeconds(1)));
        var years = NOON.plus(Duration.ofDays(4000));

        hid.forget(years);
        took.forget(years);

        assertThat(hid.isEmpty()).isFalse();
        assertThat(hid.wishes(years).hidden()).containsExactly(TEA);
        assertThat(hid.and(took).wishes(years)).isEqualTo(Wishes.NONE);
    }

    /** If each look copied all that were seen before, this would take minutes. */
    @Test
    void a_look_costs_the_same_however_many_were_seen_before() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    var reception = new Reception();
                    for (int number = 0; number < 200_000; number++) {
                        reception.take(said(new ProductId("p" + number), Verdict.SHOWN, NOON));
                        reception.forget(NOON);
                    }
                });
    }

    @Test
    void a_click_and_a_look_leave_the_customers_word_as_it_is() {
        var hidden = said(Verdict.HIDDEN, NOON);

        for (Verdict look : List.of(Verdict.SHOWN, Verdict.CLICKED)) {
            assertThat(having(hidden, said(look, NOON)).wishes(NOON).hidden()).containsExactly(TEA);
        }
    }

    @Test
    void of_a_visitor_and_the_customer_they_became_the_later_word_counts() {
        var visitor = after(shown(3), said(Verdict.HIDDEN, NOON));
        var customer = after(shown(2), said(Verdict.HELPFUL, NOON.plusSeconds(1)));

        for (Reception both : List.of(visitor.and(customer), customer.and(visitor))) {
            assertThat(both.wishes(NOON))
                    .isEqualTo(new Wishes(Set.of(), Set.of(), Set.of(TEA), Set.of(TEA)));
        }
        assertThat(visitor.wishes(NOON).hidden()).as("and themselves stay").containsExactly(TEA);
        assertThat(customer.wishes(NOON)).isEqualTo(liking(TEA));
    }

    @Test
    void a_word_of_one_counts_where_the_other_only_looked() {
        var looked = having(shown(1));
        var hid = having(said(Verdict.HIDDEN, NOON));

        assertThat(looked.and(hid).wishes(NOON).hidden()).containsExactly(TEA);
        assertThat(hid.and(looked).wishes(NOON).hidden()).containsExactly(TEA);
    }

    @Test
    void of_two_the_later_look_says_how_long_it_is_tiresome() {
        var early = having(shown(3));
        var late = having(said(Verdict.SHOWN, NOON.plusSeconds(9)), said(Verdict.SHOWN, NOON));
        var end = NOON.plus(Duration.ofDays(14));

        for (Reception both : List.of(early.and(late), late.and(early))) {
            assertThat(both.wishes(end).tired()).containsExactly(TEA);
        }
    }

    @Test
    void what_did_not_help_a_visitor_stays_away_no_longer_for_being_shown_to_the_customer() {
        var visitor = having(said(Verdict.NOT_HELPFUL, NOON));
        var end = NOON.plus(Duration.ofDays(90));

        for (Verdict looked : List.of(Verdict.SHOWN, Verdict.CLICKED)) {
            var customer = having(said(looked, end.minusSeconds(1)));
            for (Reception both : List.of(visitor.and(customer), customer.and(visitor))) {
                assertThat(both.wishes(end.minusNanos(1)).unhelpful()).containsExactly(TEA);
                assertThat(both.wishes(end).unhelpful()).isEmpty();
            }
        }
    }

    @Test
    void what_a_visitor_hid_the_customer_they_became_can_undo() {
        var visitor = having(said(Verdict.HIDDEN, NOON));
        var customer = having(said(Verdict.UNDONE, NOON.plusSeconds(1)));

        assertThat(visitor.and(customer).wishes(NOON)).isEqualTo(Wishes.NONE);
        assertThat(customer.and(visitor).wishes(NOON)).isEqualTo(Wishes.NONE);
    }

    private static Wishes liking(ProductId product) {
        return new Wishes(Set.of(), Set.of(), Set.of(product), Set.of());
    }

    private static Reception having(FeedbackGiven... facts) {
        var reception = new Reception();
        Arrays.stream(facts).forEach(reception::take);
        return reception;
    }

    private static FeedbackGiven[] shown(int times) {
        return Stream.generate(() -> said(Verdict.SHOWN, NOON))
                .limit(times)
                .toArray(FeedbackGiven[]::new);
    }

    private static Reception after(FeedbackGiven[] before, FeedbackGiven... more) {
        return having(
                Stream.concat(Arrays.stream(before), Arrays.stream(more))
                        .toArray(FeedbackGiven[]::new));
    }

    private static FeedbackGiven said(Verdict verdict, Instant at) {
        return said(TEA, verdict, at);
    }

    private static FeedbackGiven said(ProductId product, Verdict verdict, Instant at) {
        return new FeedbackGiven(
                new DecisionId("dec_1"),
                Optional.empty(),
                product,
                verdict,
                Via.web(),
                Moment.at(at));
    }
}
