package shopkeeper.domain.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.behavior.Act.CartViewed;
import shopkeeper.domain.behavior.Act.CheckedOut;
import shopkeeper.domain.behavior.Act.ListFiltered;
import shopkeeper.domain.behavior.Act.ListViewed;
import shopkeeper.domain.behavior.Act.Other;
import shopkeeper.domain.behavior.Act.PageLeft;
import shopkeeper.domain.behavior.Act.PageViewed;
import shopkeeper.domain.behavior.Act.ProductAdded;
import shopkeeper.domain.behavior.Act.ProductClicked;
import shopkeeper.domain.behavior.Act.ProductRemoved;
import shopkeeper.domain.behavior.Act.ProductViewed;
import shopkeeper.domain.behavior.Act.Reviewed;
import shopkeeper.domain.behavior.Act.ScreenViewed;
import shopkeeper.domain.behavior.Act.Searched;
import shopkeeper.domain.behavior.Act.Shared;
import shopkeeper.domain.behavior.Act.Step;
import shopkeeper.domain.behavior.Act.Unwished;
import shopkeeper.domain.behavior.Act.WishListed;
import shopkeeper.domain.kernel.ProductId;

class SessionTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId MUG = new ProductId("mug");
    private static final ProductId POT = new ProductId("pot");
    private static final Attention HIDDEN = new Attention(Optional.empty(), true);

    private static Session visit(Act... acts) {
        var session = Session.begun(acts[0], NOON);
        for (int i = 1; i < acts.length; i++) {
            session = session.with(acts[i], NOON.plusSeconds(i));
        }
        return session;
    }

    private static Act views(ProductId product) {
        return new ProductViewed(product, Attention.UNKNOWN);
    }

    private static Act searches(String words, int results) {
        return new Searched(Optional.of(new Query(words)), OptionalInt.of(results));
    }

    private static Act left(ProductId product, Duration visible) {
        return new PageLeft(Optional.of(product), Attention.of(visible));
    }

    @Test
    void a_visit_is_about_what_was_looked_at_clicked_added_and_wished() {
        var visit =
                visit(
                        views(TEA),
                        new ProductClicked(MUG),
                        new ProductAdded(TEA),
                        new WishListed(POT),
                        new Shared(Optional.of(MUG)),
                        new Reviewed(TEA),
                        new PageViewed(Optional.of(POT), Attention.UNKNOWN),
                        new ScreenViewed(Optional.of(MUG), Attention.UNKNOWN));
        assertThat(visit.products()).containsExactly(TEA, MUG, TEA, POT, MUG, TEA, POT, MUG);
    }

    @Test
    void what_tells_of_no_interest_in_a_product_is_no_part_of_what_a_visit_is_about() {
        var visit =
                visit(
                        new ProductRemoved(TEA),
                        new CartViewed(List.of(TEA)),
                        new ListViewed(Optional.empty(), List.of(TEA)),
                        new ListFiltered(Optional.empty(), List.of(TEA)),
                        searches("tea", 3),
                        new Unwished(TEA),
                        new CheckedOut(Step.STARTED),
                        new PageViewed(Optional.empty(), Attention.UNKNOWN),
                        new Other(Optional.of(TEA)));
        assertThat(visit.products()).isEmpty();
    }

    @Test
    void a_page_in_a_hidden_tab_is_no_look_until_somebody_sees_it() {
        var hidden = visit(new ProductViewed(TEA, HIDDEN));
        assertThat(hidden.products()).isEmpty();
        assertThat(hidden.interest()).isEmpty();
        var seen = hidden.with(left(TEA, Duration.ofMinutes(1)), NOON.plusSeconds(90));
        assertThat(seen.products()).containsExactly(TEA);
        assertThat(seen.interest()).containsExactly(entry(TEA, 1.75));
    }

    @Test
    void turning_away_is_no_second_look() {
        assertThat(visit(views(TEA), left(TEA, Duration.ofSeconds(5))).products())
                .containsExactly(TEA);
    }

    @Test
    void the_longer_it_was_seen_the_more_it_counts_up_to_two_minutes() {
        assertThat(
                        visit(
                                        views(TEA),
                                        left(TEA, Duration.ofSeconds(12)),
                                        views(MUG),
                                        left(MUG, Duration.ofMinutes(40)),
                                        views(POT))
                                .interest())
                .containsExactly(entry(TEA, 0.75), entry(MUG, 3.0), entry(POT, 1.0));
    }

    @Test
    void what_was_only_glanced_at_says_less_of_what_comes_next_than_all_else() {
        var visit =
                visit(
                        views(POT),
                        views(TEA),
                        left(TEA, Duration.ofMinutes(1)),
                        views(MUG),
                        left(MUG, Duration.ofSeconds(2)));
        assertThat(visit.products()).containsExactly(POT, TEA, MUG);
        assertThat(visit.glancesFirst()).containsExactly(MUG, POT, TEA);

        var added = visit.with(new ProductAdded(MUG), NOON.plusSeconds(9));
        assertThat(added.glancesFirst()).containsExactly(POT, TEA, MUG, MUG);
    }

    @Test
    void what_is_in_the_cart_or_wished_for_holds_more_interest_than_a_look() {
        assertThat(
                        visit(
                                        views(TEA),
                                        new ProductAdded(TEA),
                                        new WishListed(MUG),
                                        new CartViewed(List.of(TEA, POT)))
                                .interest())
                .containsExactly(entry(TEA, 4.0), entry(MUG, 4.0), entry(POT, 3.0));
    }

    @Test
    void the_cart_is_what_was_added_and_not_taken_out() {
        assertThat(
                        visit(
                                        new ProductAdded(TEA),
                                        new ProductAdded(MUG),
                                        new ProductAdded(TEA),
                                        new ProductRemoved(MUG),
                                        new ProductAdded(POT))
                                .cart())
                .containsExactly(TEA, POT);
    }

    @Test
    void the_cart_as_it_was_seen_counts_and_one_shown_without_products_says_nothing() {
        var seen = visit(new ProductAdded(TEA), new CartViewed(List.of(MUG, POT)));
        assertThat(seen.cart()).containsExactly(MUG, POT);
        assertThat(seen.with(new CartViewed(List.of()), NOON.plusSeconds(9)).cart())
                .containsExactly(MUG, POT);
    }

    @Test
    void what_was_ordered_is_in_the_cart_no_more() {
        var visit = visit(new ProductAdded(TEA), new ProductAdded(MUG));
        assertThat(visit.ordered(List.of(TEA, POT), NOON.plusSeconds(60)).cart())
                .containsExactly(MUG);
    }

    @Test
    void a_wish_can_be_taken_back() {
        assertThat(visit(new WishListed(TEA), new WishListed(MUG), new Unwished(TEA)).wishes())
                .containsExactly(MUG);
    }

    @Test
    void searches_are_kept_in_their_order_with_what_they_found() {
        var visit =
                visit(
                        searches("blue tea", 0),
                        new Searched(Optional.empty(), OptionalInt.of(4)),
                        views(TEA));
        assertThat(visit.searches())
                .extracting(Searched::foundNothing)
                .containsExactly(true, false);
        assertThat(visit.lastQuery()).contains(new Query("blue tea"));
        assertThat(visit(views(TEA)).lastQuery()).isEmpty();
    }

    @Test
    void what_is_told_out_of_order_stands_where_it_happened() {
        var visit =
                Session.begun(new ProductRemoved(TEA), NOON.plusSeconds(9))
                        .with(new ProductAdded(TEA), NOON);
        assertThat(visit.cart()).isEmpty();
        assertThat(visit.began()).isEqualTo(NOON);
        assertThat(visit.last()).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void after_half_an_hour_without_a_sign_another_visit_begins() {
        var visit = visit(views(TEA));
        var just = NOON.plus(Session.IDLE);
        assertThat(visit.isOver(just)).isFalse();
        assertThat(visit.isOver(just.plusMillis(1))).isTrue();
        assertThat(visit.with(views(MUG), just).products()).containsExactly(TEA, MUG);
        assertThat(visit.with(views(MUG), just.plusMillis(1)).products()).containsExactly(MUG);
    }

    @Test
    void what_belongs_to_an_earlier_visit_changes_nothing() {
        var visit = visit(views(TEA));
        assertThat(visit.with(views(MUG), NOON.minus(Session.IDLE)).products())
                .containsExactly(MUG, TEA);
        assertThat(visit.with(views(MUG), NOON.minus(Session.IDLE).minusMillis(1)))
                .isEqualTo(visit);
    }

    @Test
    void one_person_on_two_devices_makes_one_visit_where_they_overlap() {
        var phone = Session.begun(views(TEA), NOON);
        var tablet = Session.begun(views(MUG), NOON.plusSeconds(60));
        assertThat(phone.and(tablet).products()).containsExactly(TEA, MUG);
        assertThat(tablet.and(phone).products()).containsExactly(TEA, MUG);
        var tomorrow = Session.begun(views(POT), NOON.plus(Duration.ofDays(1)));
        assertThat(phone.and(tomorrow)).isEqualTo(tomorrow);
        assertThat(tomorrow.and(phone)).isEqualTo(tomorrow);
    }

    @Test
    void a_visit_keeps_the_last_two_hundred_things() {
        var visit = Session.begun(views(TEA), NOON);
        for (int i = 1; i <= 200; i++) {
            visit = visit.with(views(MUG), NOON.plusSeconds(i));
        }
        assertThat(visit.done()).hasSize(Session.MOST);
        assertThat(visit.products()).doesNotContain(TEA);
    }

    @Test
    void nobody_looks_for_less_than_no_time_or_longer_than_half_an_hour() {
        assertThatThrownBy(() -> Attention.of(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Attention.of(Duration.ofDays(3)).visible()).contains(Attention.LONGEST);
        assertThat(new Attention(Optional.of(Duration.ZERO), true).interest()).isZero();
        assertThat(Attention.of(Duration.ZERO).interest()).isEqualTo(0.5);
    }

    @Test
    void a_search_is_kept_in_one_line_and_never_printed() {
        assertThat(new Query("  blue\t\n tea ").text()).isEqualTo("blue tea");
        assertThat(new Query("ada@example.org")).hasToString("Query[…]");
        assertThatThrownBy(() -> new Query(" \t ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Query("x".repeat(500)).text()).hasSize(500);
        assertThatThrownBy(() -> new Query("x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Searched(Optional.empty(), OptionalInt.of(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_has_a_short_name() {
        assertThat(new ListName(" Hot\tdrinks ")).hasToString("Hot drinks");
        assertThatThrownBy(() -> new ListName(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListName("x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_a_long_cart_the_first_hundred_products_are_kept() {
        var many = IntStream.range(0, 150).mapToObj(i -> new ProductId("p" + i));
        assertThat(new CartViewed(many.toList()).products())
                .hasSize(100)
                .startsWith(new ProductId("p0"));
    }

    @Test
    void of_a_list_only_that_it_was_seen_is_kept() {
        var hot = Optional.of(new ListName("hot"));
        var visit =
                visit(new ListViewed(hot, List.of(TEA)), new ListFiltered(hot, List.of(TEA, MUG)));
        assertThat(visit.done())
                .map(Session.Done::act)
                .containsExactly(
                        new ListViewed(Optional.empty(), List.of()),
                        new ListFiltered(Optional.empty(), List.of()));
        assertThat(visit.last()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void a_visit_is_past_when_nothing_that_is_told_late_can_belong_to_it() {
        var visit = visit(views(TEA));
        assertThat(visit.isPast(NOON.plus(Duration.ofHours(1)))).isFalse();
        assertThat(visit.isPast(NOON.plus(Duration.ofHours(1)).plusMillis(1))).isTrue();
    }
}
