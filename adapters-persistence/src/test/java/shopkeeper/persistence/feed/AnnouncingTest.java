package shopkeeper.persistence.feed;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Announcer;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.ParkedFacts.Parked;
import shopkeeper.application.kernel.ParkedFacts.Redriven;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;

class AnnouncingTest extends Following {
    @Test
    void others_are_told_in_order_however_often_they_are_away_and_nobody_waits_for_them() {
        for (int i = 0; i < 5; i++) {
            count("m" + i, "ann");
        }
        var away = new AtomicBoolean(true);
        var told = new CopyOnWriteArrayList<Long>();
        Announcer announcer = announcer(away, told);
        Listener listener = new Listener("listener");
        Feed started = start(List.of(listener), List.of(), List.of());
        started.tell(announcer, true);
        assertThat(started.await(count("later", "bob"), ofSeconds(20))).isTrue();
        assertThat(started.isAlive()).isTrue();
        assertThat(told).isEmpty();
        away.set(false);
        await().until(() -> told.size() == 6);
        assertThat(told).containsExactlyElementsOf(upTo(6));

        Feed again = start(List.of(), List.of(), List.of());
        again.tell(announcer, false);
        count("last", "bob");
        await().until(() -> told.size() == 7);
        assertThat(told).containsExactlyElementsOf(upTo(7));
        assertThat(again.parked()).isEmpty();
    }

    @Test
    void who_begins_to_tell_tells_what_is_new() {
        count("before", "ann");
        var told = new CopyOnWriteArrayList<Long>();
        start(List.of(), List.of(), List.of()).tell(announcer(new AtomicBoolean(), told), false);
        count("after", "ann");
        await().untilAsserted(() -> assertThat(told).containsExactly(2L));
    }

    @Test
    void what_is_imported_while_the_shop_is_closed_is_told_to_nobody_and_all_else_is() {
        var away = new AtomicBoolean(true);
        var told = new CopyOnWriteArrayList<Long>();
        Feed first = start(List.of(), List.of(), List.of());
        first.tell(announcer(away, told), false);
        count("1", "ann");
        await().untilAsserted(() -> assertThat(first.lag()).containsEntry("announcements", 1L));
        stop();
        for (int attempt = 0; attempt < 2; attempt++) {
            // An import that was interrupted, and went on.
            Feed.tellNobody(database, log);
            count("imported" + attempt, "ann");
        }
        away.set(false);
        start(List.of(), List.of(), List.of()).tell(announcer(away, told), false);
        count("4", "ann");
        await().untilAsserted(() -> assertThat(told).containsExactly(1L, 4L));
        stop();
        Feed.tellNobody(database, log);
        count("5", "ann");
        start(List.of(), List.of(), List.of()).tell(announcer(away, told), true);
        count("6", "ann");
        await().untilAsserted(() -> assertThat(told).containsExactly(1L, 4L, 6L));
    }

    @Test
    void who_asks_for_all_of_it_is_told_imports_too() {
        Feed.tellNobody(database, log);
        count("imported", "ann");
        var told = new CopyOnWriteArrayList<Long>();
        start(List.of(), List.of(), List.of()).tell(announcer(new AtomicBoolean(), told), true);
        count("new", "ann");
        await().untilAsserted(() -> assertThat(told).containsExactly(1L, 2L));
    }

    @Test
    void what_is_turned_away_holds_up_no_other_and_is_told_when_it_is_driven_again() {
        count("1", "ann");
        count("2", "bob");
        database.sql()
                .update(EVENT)
                .set(EVENT.NAME, "tally.invented")
                .where(EVENT.POSITION.eq(2L))
                .execute();
        count("3", "eve");
        var fails = new AtomicBoolean(true);
        var told = new CopyOnWriteArrayList<Long>();
        Feed started = start(List.of(), List.of(), List.of());
        started.tell(picky(fails, told), true);
        count("4", "ann");
        await().untilAsserted(() -> assertThat(told).containsExactly(1L, 4L));
        await().untilAsserted(() ->
                assertThat(started.parked())
                        .map(Parked::position, Parked::attempts)
                        .containsExactly(tuple(new Position(2), 1), tuple(new Position(3), 1)));
        await().untilAsserted(() -> assertThat(started.lag()).containsEntry("announcements", 0L));

        fails.set(false);
        database.sql()
                .update(EVENT)
                .set(EVENT.NAME, "tally.counted")
                .where(EVENT.POSITION.eq(2L))
                .execute();
        assertThat(started.redrive("announcements")).isEqualTo(new Redriven(2, true));
        assertThat(told).containsExactly(1L, 4L, 2L, 3L);
        assertThat(started.parked()).isEmpty();
    }

    @Test
    void how_far_the_world_is_behind_can_be_seen() {
        Feed started = start(List.of(), List.of(), List.of());
        started.tell(announcer(new AtomicBoolean(true), new CopyOnWriteArrayList<>()), false);
        count("1", "ann");
        await().untilAsserted(() -> assertThat(started.lag()).containsEntry("announcements", 1L));
    }

    @Test
    void who_tells_the_world_has_a_name_of_its_own_too() {
        Feed started = start(List.of(new Listener("announcements")), List.of(), List.of());
        Announcer announcer = announcer(new AtomicBoolean(), new CopyOnWriteArrayList<>());
        assertThatThrownBy(() -> started.tell(announcer, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two followers of the log are named announcements");
    }

    private static Announcer announcer(AtomicBoolean away, List<Long> told) {
        return new Announcer() {
            @Override
            public String name() {
                return "announcements";
            }

            @Override
            public void announce(List<Logged<? extends Fact>> facts) {
                if (away.get()) {
                    throw new Unavailable("nobody there");
                }
                facts.forEach(logged -> told.add(logged.position().value()));
            }
        };
    }

    /** Turns the third fact away, with all that come along with it. */
    private static Announcer picky(AtomicBoolean fails, List<Long> told) {
        return new Announcer() {
            @Override
            public String name() {
                return "announcements";
            }

            @Override
            public void announce(List<Logged<? extends Fact>> facts) {
                var positions = facts.stream().map(fact -> fact.position().value()).toList();
                if (fails.get() && positions.contains(3L)) {
                    throw new IllegalStateException("too large");
                }
                told.addAll(positions);
            }
        };
    }
}
