package shopkeeper.persistence.feed;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;
import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Announcer;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.application.kernel.ParkedFacts.Parked;
import shopkeeper.application.kernel.ParkedFacts.Redriven;
import shopkeeper.application.kernel.Policy;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.eventlog.Story;
import shopkeeper.persistence.eventlog.Tally;
import shopkeeper.persistence.eventlog.Tally.Greeted;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class FeedTest {
    private static final String UNKNOWN =
            "no catalog knows the fact tally.invented: run the version of Shopkeeper that wrote it, or a newer one";

    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
    private static final Story<Integer, Greeted> GREETINGS =
            new Story<>(Greeted.class, 0, (count, fact) -> count + 1);

    private final Database database = TestDatabase.empty();
    private final EventLog log =
            EventLog.open(
                    database,
                    List.of(Tally.catalog(), Tally.greetings()),
                    Tally.secret(),
                    InstantSource.fixed(NOON));
    private @Nullable Feed feed;

    FeedTest() {
        database.sql()
                .execute(
                        "create table if not exists tally_view (customer text primary key, count int not null)");
        database.sql().execute("truncate tally_view");
    }

    @AfterEach
    void close() {
        stop();
        log.close();
    }

    private void stop() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }

    private Feed start(
            List<Memory> memories, List<Projection> projections, List<Policy<?, ?>> policies) {
        stop();
        Feed started =
                Feed.start(
                        database,
                        log,
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        memories,
                        projections,
                        policies);
        feed = started;
        return started;
    }

    private Position count(String message, String name) {
        CustomerId who = who(name);
        return log.decide(message(message), tags(who), Tally.STORY, tally -> tally.count(who))
                .position();
    }

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
    void a_failing_fact_is_parked_without_its_half_done_effect_and_the_others_count() {
        Counts counts = new Counts("counts");
        counts.failsFor.add("bob");
        count("1", "ann");
        count("2", "bob");
        Position last = count("3", "ann");
        Feed started = start(List.of(), List.of(counts), List.of());

        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(counts("ann")).isEqualTo(2);
        assertThat(counts("bob")).isZero();
        assertThat(started.parked())
                .singleElement()
                .satisfies(parked -> {
                    assertThat(parked.follower()).isEqualTo("counts");
                    assertThat(parked.position()).isEqualTo(new Position(2));
                    assertThat(parked.name()).isEqualTo("tally.counted");
                    assertThat(parked.reason()).startsWith("java.lang.IllegalStateException at ");
                    assertThat(parked.reason()).doesNotContain("secret");
                    assertThat(parked.first()).isEqualTo(NOON);
                    assertThat(parked.attempts()).isEqualTo(1);
                });
    }

    @Test
    void parked_facts_are_driven_again_in_order_and_one_that_still_fails_keeps_only_its_own_back() {
        Counts counts = new Counts("counts");
        counts.failsFor.addAll(Set.of("bob", "eve"));
        count("1", "bob");
        count("2", "eve");
        count("3", "bob");
        Position last = count("4", "eve");
        Feed started = start(List.of(), List.of(counts), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(started.parked())
                .map(Parked::position, Parked::attempts)
                .containsExactly(
                        tuple(new Position(1), 1),
                        tuple(new Position(2), 1),
                        tuple(new Position(3), 0),
                        tuple(new Position(4), 0));

        counts.failsFor.remove("bob");
        assertThat(started.redrive("counts")).isEqualTo(new Redriven(2, true));
        assertThat(started.parked())
                .map(Parked::position, Parked::attempts, Parked::reason)
                .containsExactly(
                        tuple(new Position(2), 2, started.parked().getFirst().reason()),
                        tuple(new Position(4), 0, "comes after the parked fact at 2"));
        assertThat(counts("bob")).isEqualTo(2);

        counts.failsFor.remove("eve");
        assertThat(started.redrive("counts")).isEqualTo(new Redriven(2, true));
        assertThat(started.parked()).isEmpty();
        assertThat(counts("eve")).isEqualTo(2);
    }

    @Test
    void a_failing_memory_does_not_stop_the_others() {
        Listener good = new Listener("good");
        Listener bad = new Listener("bad");
        bad.fails = true;
        Position last = count("1", "ann");
        Feed started = start(List.of(bad, good), List.of(), List.of());

        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(good.heard).containsExactly(1L);
        assertThat(started.parked()).map(Parked::follower).containsExactly("bad");

        bad.fails = false;
        assertThat(started.redrive("bad")).isEqualTo(new Redriven(1, true));
        assertThat(bad.heard).containsExactly(1L);
        assertThat(started.parked()).isEmpty();
    }

    @Test
    void while_many_are_driven_again_what_is_new_is_taken_in_between() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch newIsThere = new CountDownLatch(1);
        Listener slow =
                new Listener("slow") {
                    @Override
                    public void remember(Logged<? extends Fact> logged) {
                        super.remember(logged);
                        begun.countDown();
                        waitFor(newIsThere);
                    }
                };
        slow.fails = true;
        Position last = Position.START;
        for (int i = 0; i < 250; i++) {
            last = count("k-" + i, "ann");
        }
        Feed started = start(List.of(slow), List.of(), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(started.parked()).hasSize(250);
        slow.fails = false;

        var driven = CompletableFuture.supplyAsync(() -> started.redrive("slow"));
        begun.await();
        count("new", "ann");
        await().untilAsserted(() -> assertThat(started.lag()).containsEntry("memories", 1L));
        newIsThere.countDown();

        driven.join();
        await().until(() -> started.parked().isEmpty());
        assertThat(slow.heard).hasSize(251).doesNotHaveDuplicates();
        assertThat(slow.heard.indexOf(251L)).isLessThan(250);
    }

    @Test
    void what_is_parked_behind_them_while_many_are_driven_again_is_driven_too() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch newIsThere = new CountDownLatch(1);
        Counts counts =
                new Counts("counts") {
                    @Override
                    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
                        super.apply(logged, rows);
                        begun.countDown();
                        waitFor(newIsThere);
                    }
                };
        counts.failsFor.add("ann");
        Position last = Position.START;
        for (int i = 0; i < 150; i++) {
            last = count("k-" + i, "ann");
        }
        Feed started = start(List.of(), List.of(counts), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(started.parked()).hasSize(150);
        counts.failsFor.clear();

        var driven = CompletableFuture.supplyAsync(() -> started.redrive("counts"));
        begun.await();
        count("new", "ann");
        await().untilAsserted(() -> assertThat(started.lag()).containsEntry("counts", 1L));
        newIsThere.countDown();

        driven.join();
        await().untilAsserted(() -> assertThat(started.lag()).containsEntry("counts", 0L));
        await().until(() -> started.parked().isEmpty());
        assertThat(counts("ann")).isEqualTo(151);
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
    void what_is_parked_waits_for_the_disk_where_effects_do_not() {
        count("m", "ann");
        LogEntry entry = log.after(Position.START, 1).getFirst();
        Object commit =
                database.sql()
                        .transactionResult(transaction -> {
                            DSLContext tx = transaction.dsl();
                            tx.execute("set local synchronous_commit = off");
                            new ParkingLot(tx, Clock.fixed(NOON, ZoneOffset.UTC), "node")
                                    .park(tx, "counts", entry, Set.of(), new Unavailable("away"));
                            return tx.fetchValue("show synchronous_commit");
                        });
        assertThat(commit).isEqualTo("on");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_a_memory_was_told_at_its_start_is_not_told_again_because_it_once_was_parked() {
        Listener bad = new Listener("listener");
        bad.fails = true;
        Position last = count("1", "ann");
        Feed started = start(List.of(bad), List.of(), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(started.parked()).hasSize(1);

        Listener mended = new Listener("listener");
        Feed restarted = start(List.of(mended), List.of(), List.of());
        assertThat(restarted.await(last, ofSeconds(20))).isTrue();
        assertThat(restarted.parked()).isEmpty();
        assertThat(restarted.redrive("listener")).isEqualTo(new Redriven(0, true));
        assertThat(mended.heard).containsExactly(1L);
    }

    @Test
    void a_fact_of_an_unknown_name_is_parked_by_everybody() {
        count("1", "ann");
        database.sql().update(EVENT).set(EVENT.NAME, "tally.invented").execute();
        Listener listener = new Listener("listener");
        Feed started = start(List.of(listener), List.of(new Counts("counts")), List.of());
        Position last = count("2", "bob");

        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(listener.heard).containsExactly(2L);
        assertThat(started.parked())
                .map(Parked::follower, Parked::reason)
                .containsExactly(tuple("counts", UNKNOWN), tuple("listener", UNKNOWN));
    }

    @Test
    void a_fact_of_a_newer_version_is_parked_by_whoever_it_concerns_until_a_program_knows_it() {
        count("1", "ann");
        database.sql().update(EVENT).set(EVENT.VERSION, "2").execute();
        Listener listener = new Listener("listener");
        WhenCounted policy = new WhenCounted();
        Feed started = start(List.of(listener), List.of(new Counts("counts")), List.of(policy));
        Position last = count("2", "bob");

        assertThat(started.await(last, ofSeconds(20))).isTrue();
        await().until(() -> started.parked().size() == 3);
        assertThat(started.parked())
                .map(Parked::name, Parked::reason)
                .containsOnly(
                        tuple(
                                "tally.counted",
                                "tally.counted has version 2, this program knows up to 1: run the version of Shopkeeper that wrote it, or a newer one"));

        database.sql().update(EVENT).set(EVENT.VERSION, "1").execute();
        for (Parked parked : started.parked()) {
            assertThat(started.redrive(parked.follower())).isEqualTo(new Redriven(1, true));
        }
        assertThat(started.parked()).isEmpty();
        assertThat(listener.heard).contains(1L, 2L);
    }

    @Test
    void a_policy_answers_each_fact_once_and_its_position_rides_with_the_last_step() {
        WhenCounted policy = new WhenCounted();
        Position second = second();
        start(List.of(), List.of(), List.of(policy));

        await().atMost(ofSeconds(20)).until(() -> log.head().value() == 6);
        await().atMost(ofSeconds(20)).until(() -> stored(policy.name()) >= second.value());
        assertThat(policy.carriedOut)
                .containsExactly(
                        "counted:1/greet", "counted:1/wave", "counted:2/greet", "counted:2/wave");
        // the row was written by the transaction that wrote the last greeting, not by a later one
        assertThat(policy.positionsWhenHeard).containsExactly(1L, 2L);
    }

    private Position second() {
        count("1", "ann");
        return count("2", "bob");
    }

    @Test
    void a_policy_that_was_interrupted_between_two_steps_repeats_nothing() {
        WhenCounted interrupted = new WhenCounted();
        interrupted.failsAtWave = true;
        count("1", "ann");
        Feed started = start(List.of(), List.of(), List.of(interrupted));
        await().atMost(ofSeconds(20)).until(() -> !started.parked().isEmpty());
        assertThat(log.head()).isEqualTo(new Position(2));

        interrupted.failsAtWave = false;
        assertThat(started.redrive(interrupted.name())).isEqualTo(new Redriven(1, true));
        assertThat(log.read(tags(who("ann")), GREETINGS).state()).isEqualTo(2);
        assertThat(started.parked()).isEmpty();
    }

    @Test
    void where_a_policy_appends_nothing_its_position_is_written_alone() {
        WhenCounted silent = new WhenCounted();
        silent.appendsNothing = true;
        count("1", "ann");
        log.decide(
                message("2"),
                Set.of(),
                GREETINGS,
                none -> Outcome.accepted(new Greeted(who("ann"), "hi")));
        start(List.of(), List.of(), List.of(silent));
        await().atMost(ofSeconds(20)).until(() -> stored(silent.name()) == 2);
        assertThat(log.head()).isEqualTo(new Position(2));
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
    void an_error_of_one_memory_is_parked_and_no_memory_hears_a_fact_twice() {
        Listener good = new Listener("good");
        Listener broken =
                new Listener("broken") {
                    @Override
                    public void remember(Logged<? extends Fact> logged) {
                        throw new StackOverflowError();
                    }
                };
        Position last = count("1", "ann");
        Feed started = start(List.of(good, broken), List.of(), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(good.heard).containsExactly(1L);
        assertThat(started.parked()).map(Parked::follower).containsExactly("broken");
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

    private Feed started() {
        Feed started = feed;
        if (started == null) {
            throw new AssertionError("not started");
        }
        return started;
    }

    private int counts(String customer) {
        Integer count =
                database.sql()
                        .fetchOne(
                                "select coalesce((select count from tally_view where customer = ?), 0)",
                                customer)
                        .get(0, Integer.class);
        return count;
    }

    private long stored(String follower) {
        Long position =
                database.sql()
                        .select(FOLLOWER_POSITION.POSITION)
                        .from(FOLLOWER_POSITION)
                        .where(FOLLOWER_POSITION.FOLLOWER.eq(follower))
                        .fetchOne(FOLLOWER_POSITION.POSITION);
        return position == null ? 0 : position;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static class Listener implements Memory {
        private final String name;
        private final List<Long> heard = new CopyOnWriteArrayList<>();
        private volatile boolean fails;

        Listener(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void remember(Logged<? extends Fact> logged) {
            if (fails) {
                throw new IllegalStateException("a bug");
            }
            heard.add(logged.position().value());
        }
    }

    private static class Counts implements Projection {
        private final String name;
        final Set<String> failsFor = ConcurrentHashMap.newKeySet();

        Counts(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Class<? extends Fact> follows() {
            return Counted.class;
        }

        @Override
        public void apply(Logged<? extends Fact> logged, ViewRows rows) {
            String who = ((Counted) logged.fact()).who().value();
            rows.sql()
                    .execute(
                            "insert into tally_view values (?, 1) on conflict (customer) do update set count = tally_view.count + 1",
                            who);
            if (failsFor.contains(who)) {
                throw new IllegalStateException("secret");
            }
        }
    }

    /** Greets, then waves at everybody who was counted. */
    private final class WhenCounted implements Policy<Counted, String> {
        private final List<String> carriedOut = new CopyOnWriteArrayList<>();
        private final List<Long> positionsWhenHeard = new CopyOnWriteArrayList<>();
        private volatile boolean failsAtWave;
        private volatile boolean appendsNothing;

        @Override
        public String name() {
            return "when-counted";
        }

        @Override
        public Class<Counted> waitsFor() {
            return Counted.class;
        }

        @Override
        public List<Step<String>> when(Logged<Counted> logged) {
            String about = "counted:" + logged.position().value();
            return List.of(
                    new Step<>(
                            new Message(new MessageId(about, "greet"), logged.fact().who().value()),
                            "hello"),
                    new Step<>(
                            new Message(new MessageId(about, "wave"), logged.fact().who().value()),
                            "bye"));
        }

        @Override
        public void carryOut(Step<String> step) {
            if (failsAtWave && step.command().equals("bye")) {
                throw new IllegalStateException("a bug");
            }
            CustomerId who = who(step.message().content());
            log.<Integer, Greeted, Tally.Full>decide(
                    step.message(),
                    tags(who),
                    GREETINGS,
                    count ->
                            appendsNothing
                                    ? Outcome.accepted()
                                    : Outcome.accepted(new Greeted(who, step.command())));
            carriedOut.add(step.message().id().toString());
            if (step.command().equals("bye")) {
                positionsWhenHeard.add(stored(name()));
            }
        }
    }
}
