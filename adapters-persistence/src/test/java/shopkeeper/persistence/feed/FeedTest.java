package shopkeeper.persistence.feed;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Tally;

class FeedTest extends Following {
    @Test
    void a_memory_hears_every_fact_from_the_first_on_in_order_at_each_start() {
        for (int i = 0; i < 600; i++) {
            count("m" + i, "ann");
        }
        for (int restart = 0; restart < 2; restart++) {
            Listener listener = new Listener("listener");
            Feed started = start(List.of(listener), List.of(), List.of());
            assertThat(started.awaitReady(ofSeconds(20))).isTrue();
            assertThat(listener.heard).containsExactlyElementsOf(upTo(600));
        }
        Listener listener = new Listener("listener");
        Feed started = start(List.of(listener), List.of(), List.of());
        Position later = count("later", "bob");
        assertThat(started.await(later, ofSeconds(20))).isTrue();
        assertThat(listener.heard).containsExactlyElementsOf(upTo(601));
    }

    @Test
    void appends_of_another_node_are_heard_too() {
        Listener listener = new Listener("listener");
        Feed started = start(List.of(listener), List.of(), List.of());
        try (EventLog other =
                EventLog.open(
                        database,
                        List.of(Tally.catalog(), Tally.greetings()),
                        Tally.secret(),
                        InstantSource.fixed(NOON))) {
            Position position =
                    other.decide(
                                    message("1"),
                                    Set.of(),
                                    Tally.STORY,
                                    tally -> tally.count(who("ann")))
                            .position();
            assertThat(started.await(position, ofSeconds(20))).isTrue();
        }
        assertThat(listener.heard).containsExactly(1L);
    }

    @Test
    void waiting_for_what_is_not_there_ends_with_no() {
        Feed started =
                start(List.of(new Listener("listener")), List.of(new Counts("counts")), List.of());
        Position position = count("1", "ann");
        assertThat(started.await(position, ofSeconds(20))).isTrue();
        assertThat(started.seen()).isEqualTo(position);
        assertThat(started.await(new Position(2), Duration.ofMillis(20))).isFalse();
    }

    @Test
    void a_projection_goes_on_where_it_stopped_and_counts_every_fact_once() {
        count("1", "ann");
        Feed first = start(List.of(), List.of(new Counts("counts")), List.of());
        assertThat(first.awaitReady(ofSeconds(20))).isTrue();
        count("2", "ann");
        Position last = count("3", "bob");
        Feed second = start(List.of(), List.of(new Counts("counts")), List.of());

        assertThat(second.await(last, ofSeconds(20))).isTrue();
        assertThat(counts("ann")).isEqualTo(2);
        assertThat(counts("bob")).isEqualTo(1);
        assertThat(stored("counts")).isEqualTo(3);
    }

    @Test
    void two_nodes_with_the_same_projection_count_every_fact_once() {
        start(List.of(), List.of(new Counts("counts")), List.of());
        try (Feed other =
                Feed.start(
                        database,
                        log,
                        Clock.systemUTC(),
                        List.of(),
                        List.of(new Counts("counts")),
                        List.of())) {
            Position last = Position.START;
            for (int i = 0; i < 300; i++) {
                last = count("m" + i, "ann");
            }
            assertThat(other.await(last, ofSeconds(20))).isTrue();
            assertThat(started().await(last, ofSeconds(20))).isTrue();
        }
        assertThat(counts("ann")).isEqualTo(300);
    }

    @Test
    void what_the_database_forgot_when_it_fell_is_taken_in_again_without_new_facts() {
        Feed started = start(List.of(), List.of(new Counts("counts")), List.of());
        assertThat(started.await(count("m", "ann"), ofSeconds(20))).isTrue();
        await().until(started::hearsOthers);

        // As if the last commit had not reached the disk.
        database.sql()
                .transaction(tx -> {
                    tx.dsl().execute("truncate tally_view");
                    tx.dsl()
                            .update(FOLLOWER_POSITION)
                            .set(FOLLOWER_POSITION.POSITION, 0L)
                            .where(FOLLOWER_POSITION.FOLLOWER.eq("counts"))
                            .execute();
                });
        database.sql()
                .fetch(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'node %'");

        await().untilAsserted(() -> assertThat(counts("ann")).isEqualTo(1));
    }

    @Test
    void an_outage_is_waited_for_and_parks_nothing() {
        CountDownLatch cut = new CountDownLatch(1);
        Counts counts =
                new Counts("counts") {
                    @Override
                    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
                        super.apply(logged, rows);
                        if (cut.getCount() > 0) {
                            cut.countDown();
                            rows.sql().execute("select pg_terminate_backend(pg_backend_pid())");
                        }
                    }
                };
        Position last = count("1", "ann");
        Feed started = start(List.of(), List.of(counts), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(counts("ann")).isEqualTo(1);
        assertThat(started.parked()).isEmpty();
    }

    @Test
    void a_database_that_is_too_slow_for_a_while_parks_nothing() {
        CountDownLatch slow = new CountDownLatch(1);
        Counts counts =
                new Counts("counts") {
                    @Override
                    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
                        super.apply(logged, rows);
                        if (slow.getCount() > 0) {
                            slow.countDown();
                            rows.sql().execute("set local statement_timeout = '10ms'");
                            rows.sql().execute("select pg_sleep(60)");
                        }
                    }
                };
        Position last = count("1", "ann");
        Feed started = start(List.of(), List.of(counts), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(slow.getCount()).isZero();
        assertThat(counts("ann")).isEqualTo(1);
        assertThat(started.parked()).isEmpty();
    }

    @Test
    void a_follower_that_cannot_go_on_is_seen_and_goes_on_as_soon_as_it_can() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Counts counts =
                new Counts("counts") {
                    @Override
                    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
                        if (broken.get()) {
                            throw new NoClassDefFoundError("a broken installation");
                        }
                        super.apply(logged, rows);
                    }
                };
        Feed started = start(List.of(), List.of(counts), List.of());
        assertThat(started.isAlive()).isTrue();
        Position last = count("1", "ann");
        await().atMost(ofSeconds(20)).until(() -> !started.isAlive());

        broken.set(false);
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        await().atMost(ofSeconds(20)).until(started::isAlive);
        assertThat(counts("ann")).isEqualTo(1);
        assertThat(started.parked()).isEmpty();
    }

    @Test
    void nobody_waits_for_a_follower_that_has_stopped() {
        Feed started = start(List.of(), List.of(new Counts("counts")), List.of());
        stop();
        assertThat(started.isAlive()).isFalse();
        assertThatThrownBy(() -> started.redrive("counts"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("counts has stopped following the log");
    }

    @Test
    void two_followers_of_one_name_are_refused() {
        assertThatThrownBy(() ->
                        start(
                                List.of(new Listener("same")),
                                List.of(new Counts("same")),
                                List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two followers of the log are named same");
    }
}
