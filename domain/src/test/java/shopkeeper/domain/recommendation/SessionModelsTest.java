package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionModelsTest {
    private static final int TEA = 0;
    private static final int POT = 1;
    private static final int CUP = 2;
    private static final int LAMP = 3;
    private static final int BULB = 4;

    private final Sessions visits =
            Sessions.of(
                    List.of(
                            new int[] {TEA, POT, CUP},
                            new int[] {TEA, POT},
                            new int[] {LAMP, BULB},
                            new int[] {LAMP, CUP}),
                    5);

    @Test
    void visits_like_this_one_bring_what_was_looked_at_in_them() {
        var model = new SessionNeighbours(visits, SessionNeighbours.Settings.USUAL);
        var scores = scores(model, TEA);

        assertThat(scores[POT]).isGreaterThan(scores[CUP]);
        assertThat(scores[CUP]).isPositive();
        assertThat(scores[LAMP]).isZero();
        assertThat(scores[BULB]).isZero();
        assertThat(model.why(Shopper.inSession(LAMP, TEA), POT))
                .hasValue(new Why("ALIKE_VISITS", 0, 0, List.of(TEA)));
        assertThat(model.why(Shopper.NOBODY, POT)).isEmpty();
        assertThat(model.source()).isEqualTo(Source.SESSION_NEIGHBOURS);
    }

    @Test
    void the_product_is_named_that_others_looked_at_with_the_suggestion() {
        var model = new SessionNeighbours(visits, SessionNeighbours.Settings.USUAL);

        assertThat(model.why(Shopper.inSession(TEA, BULB), POT))
                .hasValue(new Why("ALIKE_VISITS", 0, 0, List.of(TEA)));
        assertThat(model.why(Shopper.inSession(POT, LAMP, TEA), CUP).orElseThrow().with())
                .as("of equals the one seen last")
                .containsExactly(TEA);
        assertThat(model.why(Shopper.inSession(BULB, POT), POT)).isEmpty();
        assertThat(model.why(Shopper.inSession(99), POT)).isEmpty();
    }

    @Test
    void the_last_click_counts_most() {
        var model = new SessionNeighbours(visits, SessionNeighbours.Settings.USUAL);

        assertThat(scores(model, TEA, LAMP)[BULB]).isGreaterThan(scores(model, LAMP, TEA)[BULB]);
        assertThat(scores(model, LAMP, TEA)[POT]).isGreaterThan(scores(model, TEA, LAMP)[POT]);
    }

    @Test
    void only_the_latest_visits_are_looked_through() {
        var one = new SessionNeighbours(visits, new SessionNeighbours.Settings(1, 10, .7));

        assertThat(scores(one, LAMP)[CUP]).isPositive();
        assertThat(scores(one, LAMP)[BULB]).isZero();
    }

    @Test
    void only_the_nearest_visits_count() {
        var one = new SessionNeighbours(visits, new SessionNeighbours.Settings(100, 1, .7));

        // The shorter of two visits with tea is nearer.
        assertThat(scores(one, TEA)[POT]).isPositive();
        assertThat(scores(one, TEA)[CUP]).isZero();
    }

    @Test
    void what_came_after_counts_more_than_what_came_before() {
        var both = Sessions.of(List.of(new int[] {TEA, POT, LAMP}), 4);
        var model = new SessionNeighbours(both, SessionNeighbours.Settings.USUAL);

        assertThat(scores(model, POT)[LAMP]).isGreaterThan(scores(model, POT)[TEA]);
    }

    @Test
    void rare_products_tell_more() {
        var some =
                Sessions.of(
                        List.of(
                                new int[] {TEA, POT},
                                new int[] {TEA, CUP},
                                new int[] {LAMP, CUP},
                                new int[] {BULB, CUP}),
                        5);
        var model = new SessionNeighbours(some, SessionNeighbours.Settings.USUAL);

        assertThat(scores(model, TEA)[POT]).isGreaterThan(scores(model, TEA)[CUP]);
    }

    @Test
    void what_was_seen_in_this_visit_may_come_back() {
        var model = new SessionNeighbours(visits, SessionNeighbours.Settings.USUAL);

        assertThat(scores(model, TEA, POT)[TEA]).isPositive();
    }

    @Test
    void followers_count_the_more_the_nearer_they_follow() {
        var model = Followers.inSessions(visits, 5, .5);

        // Tea was seen twice: the pot came next each time, the cup once as the second.
        assertThat(scores(model, TEA))
                .containsExactly(new float[] {0, 2 / 4f, .5f / 4, 0, 0}, within(1e-6f));
        assertThat(scores(model, TEA, LAMP)[POT]).isCloseTo(.25f, within(1e-6f));
        assertThat(scores(model, TEA, LAMP)[BULB]).isCloseTo(.25f, within(1e-6f));
        assertThat(model.why(Shopper.inSession(TEA), POT))
                .hasValue(new Why("NEXT_LOOKED_AT", 0, 0, List.of(TEA)));
        assertThat(model.why(Shopper.inSession(TEA, LAMP), POT).orElseThrow().with())
                .as("what it follows, and not the last click")
                .containsExactly(TEA);
        assertThat(model.why(Shopper.inSession(LAMP), POT)).isEmpty();
        assertThat(model.why(Shopper.NOBODY, POT)).isEmpty();
        assertThat(model.source()).isEqualTo(Source.SESSION_NEIGHBOURS);
    }

    @Test
    void beyond_the_steps_nothing_follows_and_nothing_follows_itself() {
        assertThat(scores(Followers.inSessions(visits, 1, .5), TEA)[CUP]).isZero();
        var again = Sessions.of(List.of(new int[] {TEA, TEA, POT}), 2);
        assertThat(scores(Followers.inSessions(again, 2, .5), TEA)[TEA]).isZero();
    }

    @Test
    void reminders_are_of_what_was_seen_before_the_last_click() {
        var model = new Reminders();
        var scores = scores(model, TEA, POT, TEA, CUP);

        assertThat(scores).containsExactly(new float[] {1.64f, .8f, 0, 0, 0}, within(1e-6f));
        assertThat(model.why(Shopper.inSession(TEA, POT, TEA), TEA))
                .hasValue(new Why("LOOKED_AT", 2, 0, List.of()));
        assertThat(model.why(Shopper.inSession(TEA), POT)).isEmpty();
    }

    @Test
    void a_click_on_something_new_is_let_be() {
        for (var model :
                List.of(
                        new SessionNeighbours(visits, SessionNeighbours.Settings.USUAL),
                        Followers.inSessions(visits, 5, .5),
                        new Reminders())) {
            var scores = new float[9];
            model.score(Shopper.inSession(TEA, 77), scores);
            assertThat(scores[8]).isZero();
            model.score(Shopper.inSession(TEA, POT), new float[1]);
        }
        var model = new SessionNeighbours(visits, SessionNeighbours.Settings.USUAL);
        assertThat(scores(model, TEA, 77)).containsExactly(scores(model, TEA));
    }

    @Test
    void the_last_visits_can_be_left_out() {
        var rest = visits.withoutLast(2);

        assertThat(rest.size()).isEqualTo(2);
        assertThat(rest.session(1)).containsExactly(TEA, POT);
        assertThat(rest.asBaskets().customers()).isEqualTo(2);
        assertThat(visits.withoutLast(9).size()).isZero();
    }

    private static float[] scores(CandidateModel model, int... session) {
        var scores = new float[5];
        Arrays.fill(scores, 99);
        model.score(Shopper.inSession(session), scores);
        return scores;
    }
}
