package shopkeeper.persistence.feed;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.ParkedFacts.Parked;
import shopkeeper.application.kernel.ParkedFacts.Redriven;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Tally;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class ReplayTest {
    private final Database database = TestDatabase.empty();
    private final EventLog log =
            EventLog.open(
                    database,
                    List.of(Tally.catalog(), Tally.greetings()),
                    Tally.secret(),
                    InstantSource.fixed(Instant.parse("2026-03-29T12:00:00Z")));

    @BeforeEach
    void makeTable() {
        database.sql().execute("drop table if exists tally_total");
        database.sql()
                .execute(
                        "create table tally_total (customer text primary key, count int not null, last bigint not null)");
        database.sql()
                .execute("create index tally_total_by_count on tally_total (count, customer)");
    }

    @AfterEach
    void close() {
        log.close();
        database.sql().execute("drop table tally_total");
    }

    private Position count(String message, String name) {
        return log.decide(
                        message(message),
                        tags(who(name)),
                        Tally.STORY,
                        tally -> tally.count(who(name)))
                .position();
    }

    private Replay replay(Projection view, int batch) {
        return new Replay(database, log, Clock.systemUTC(), view, batch, _ -> {});
    }

    private Feed follow(Projection view) {
        return Feed.start(database, log, Clock.systemUTC(), List.of(), List.of(view), List.of());
    }

    @Test
    void what_is_replayed_is_equal_to_what_grew_and_stays_so_with_every_size_of_a_batch() {
        Position last = Position.START;
        for (int i = 0; i < 700; i++) {
            last = count("m" + i, "customer-" + i % 37);
        }
        try (Feed feed = follow(new Totals())) {
            assertThat(feed.await(last, ofSeconds(20))).isTrue();
            for (int batch : List.of(1, 64, 1_000)) {
                Replay.Compared compared = replay(new Totals(), batch).compare();
                assertThat(compared.at()).isEqualTo(last.value());
                assertThat(compared.live()).isEqualTo(compared.replayed());
                assertThat(compared.areEqual()).isTrue();
                assertThat(compared.live().rows()).isEqualTo(37);
            }
        }
    }

    @Test
    void a_view_that_differs_by_one_row_is_told_from_one_that_does_not() {
        Position last = count("1", "ann");
        try (Feed feed = follow(new Totals())) {
            assertThat(feed.await(last, ofSeconds(20))).isTrue();
        }
        assertThat(replay(new Totals(), 10).compare().areEqual()).isTrue();
        database.sql().execute("update tally_total set count = 2");
        assertThat(replay(new Totals(), 10).compare().areEqual()).isFalse();
    }

    @Test
    void a_broken_view_is_mended_while_everybody_goes_on() throws Exception {
        for (int i = 0; i < 300; i++) {
            count("old" + i, "ann");
        }
        try (Feed feed = follow(new Totals())) {
            assertThat(feed.awaitReady(ofSeconds(20))).isTrue();
            database.sql().execute("update tally_total set count = -1000");
            var stop = new AtomicBoolean();
            var sent = new AtomicInteger();
            Thread shop =
                    Thread.ofVirtual()
                            .start(() -> {
                                while (!stop.get()) {
                                    count("new" + sent.incrementAndGet(), "ann");
                                }
                            });
            Replay.Rebuilt rebuilt = replay(new Totals(), 50).swap();
            Replay.Rebuilt again = replay(new Totals(), 50).swap();
            stop.set(true);
            shop.join();
            assertThat(rebuilt.upTo()).isGreaterThanOrEqualTo(300);
            assertThat(again.upTo()).isGreaterThanOrEqualTo(rebuilt.upTo());
            assertThat(rebuilt.rows()).containsExactly(Map.entry("tally_total", 1L));
            assertThat(rebuilt.perSecond()).isPositive();

            Position last = count("last", "ann");
            assertThat(feed.await(last, ofSeconds(20))).isTrue();
            assertThat(total("ann")).isEqualTo(300 + sent.get() + 1);
            assertThat(feed.parked()).isEmpty();
        }
        assertThat(indexes()).containsExactly("tally_total_by_count", "tally_total_pkey");
        assertThat(database.sql().fetch("select from pg_namespace where nspname like 'replay%'"))
                .isEmpty();
    }

    @Test
    void what_was_parked_and_can_be_taken_in_now_is_parked_no_more() {
        Totals totals = new Totals();
        totals.failsFor.addAll(Set.of("bob", "eve"));
        count("1", "bob");
        count("2", "eve");
        Position last = count("3", "bob");
        try (Feed feed = follow(totals)) {
            assertThat(feed.await(last, ofSeconds(20))).isTrue();
            assertThat(feed.parked()).hasSize(3);
            Parked eve = feed.parked().get(1);
            totals.failsFor.remove("bob");

            Replay.Rebuilt rebuilt = replay(totals, 10).swap();
            assertThat(rebuilt.parked()).isEqualTo(1);
            assertThat(total("bob")).isEqualTo(2);
            assertThat(feed.parked())
                    .singleElement()
                    .satisfies(parked -> {
                        assertThat(parked.position()).isEqualTo(eve.position());
                        assertThat(parked.first()).isEqualTo(eve.first());
                        assertThat(parked.attempts()).isEqualTo(2);
                    });
            totals.failsFor.clear();
            assertThat(feed.redrive("totals")).isEqualTo(new Redriven(1, true));
            assertThat(total("eve")).isEqualTo(1);
        }
    }

    @Test
    void a_reader_who_holds_the_view_is_waited_for() {
        Position last = count("1", "ann");
        try (Feed feed = follow(new Totals())) {
            assertThat(feed.await(last, ofSeconds(20))).isTrue();
        }
        database.sql()
                .transaction(transaction -> {
                    transaction.dsl().fetch("select * from tally_total");
                    Thread swap = Thread.ofVirtual().start(() -> replay(new Totals(), 10).swap());
                    assertThat(swap.join(Duration.ofMillis(2_500))).isFalse();
                });
        await().atMost(ofSeconds(20))
                .until(() ->
                        database.sql()
                                .fetch("select from pg_namespace where nspname like 'replay%'")
                                .isEmpty());
        assertThat(total("ann")).isEqualTo(1);
    }

    @Test
    void one_replay_of_a_view_at_a_time() {
        database.sql()
                .transaction(transaction -> {
                    transaction
                            .dsl()
                            .fetch(
                                    "select pg_advisory_xact_lock(hashtext('replay'), hashtext('totals'))");
                    assertThatThrownBy(() -> replay(new Totals(), 10).swap())
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage(
                                    "totals is being replayed already: wait until that is done");
                });
    }

    @Test
    void a_view_nobody_ever_followed_becomes_an_empty_one() {
        count("1", "ann");
        Replay.Rebuilt rebuilt = replay(new Totals(), 10).swap();
        assertThat(rebuilt.upTo()).isZero();
        assertThat(database.sql().fetchCount(FOLLOWER_POSITION)).isZero();
    }

    @Test
    void a_view_that_names_no_tables_cannot_be_replayed() {
        assertThatThrownBy(() ->
                        replay(
                                new Totals() {
                                    @Override
                                    public List<Table<?>> tables() {
                                        return List.of();
                                    }
                                },
                                10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("totals names no tables to rebuild");
    }

    private int total(String customer) {
        return database.sql()
                .fetchSingle("select count from tally_total where customer = ?", customer)
                .get(0, Integer.class);
    }

    private List<String> indexes() {
        return database.sql()
                .fetch(
                        "select indexname from pg_indexes where tablename = 'tally_total' order by indexname")
                .map(row -> row.get(0, String.class));
    }

    /** Counts, so that a fact taken in twice or never shows. */
    private static class Totals implements Projection {
        final Set<String> failsFor = ConcurrentHashMap.newKeySet();

        @Override
        public String name() {
            return "totals";
        }

        @Override
        public List<Table<?>> tables() {
            return List.of(DSL.table(DSL.name("tally_total")));
        }

        @Override
        public Class<? extends Fact> follows() {
            return Counted.class;
        }

        @Override
        public void apply(Logged<? extends Fact> logged, ViewRows rows) {
            String who = ((Counted) logged.fact()).who().value();
            if (failsFor.contains(who)) {
                throw new IllegalStateException("a bug");
            }
            rows.sql()
                    .execute(
                            "insert into tally_total values (?, 1, ?) on conflict (customer) do update set count = tally_total.count + 1, last = excluded.last",
                            who,
                            logged.position().value());
        }
    }
}
