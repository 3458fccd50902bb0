package shopkeeper.persistence.feed;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;
import static shopkeeper.persistence.schema.generated.Tables.PARKED_FACT;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.application.kernel.ParkedFacts.Redriven;
import shopkeeper.application.kernel.Policy;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;
import shopkeeper.persistence.eventlog.Tally;
import shopkeeper.persistence.eventlog.Tally.Greeted;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

/** Several nodes, each with connections of its own, on one log. */
class SharedWorkTest {
    private static final Story<Integer, Greeted> GREETINGS =
            new Story<>(Greeted.class, 0, (count, fact) -> count + 1);

    private final Database database = TestDatabase.empty();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** One node's database and log. */
    private final class Shop {
        final Database own = opened(TestDatabase.further());
        final EventLog log =
                opened(
                        EventLog.open(
                                own,
                                List.of(Tally.catalog(), Tally.greetings()),
                                Tally.secret(),
                                InstantSource.fixed(Instant.parse("2026-03-29T12:00:00Z"))));

        Feed follow(
                List<Memory> memories, List<Projection> projections, List<Policy<?, ?>> policies) {
            return opened(Feed.start(own, log, Clock.systemUTC(), memories, projections, policies));
        }

        Position count(String message, String name) {
            return log.decide(
                            message(message),
                            tags(who(name)),
                            Tally.STORY,
                            tally -> tally.count(who(name)))
                    .position();
        }
    }

    SharedWorkTest() {
        database.sql()
                .execute(
                        "create table if not exists tally_seen"
                                + " (turn bigint generated always as identity,"
                                + " view text, position bigint)");
        database.sql().execute("truncate tally_seen");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }

    @Test
    void what_one_node_appends_the_other_hears_at_once() throws InterruptedException {
        var heard = new Semaphore(0);
        Shop here = new Shop();
        Shop there = new Shop();
        Feed following = there.follow(List.of(memory(_ -> heard.release())), List.of(), List.of());
        await().until(() -> following.hearsOthers());

        var waited = new ArrayList<Long>();
        for (int time = 0; time < 11; time++) {
            here.count("m" + time, "ann");
            long appended = System.nanoTime();
            heard.acquire();
            waited.add(System.nanoTime() - appended);
        }
        // Who asks once a second waits for half a second, most times.
        Collections.sort(waited);
        assertThat(waited.get(5)).isLessThan(ofMillis(250).toNanos());
    }

    @Test
    void a_node_whose_own_connection_is_lost_asks_instead_and_gets_another_one() {
        var heard = new CopyOnWriteArrayList<Long>();
        Shop here = new Shop();
        Shop there = new Shop();
        Feed following =
                there.follow(
                        List.of(memory(logged -> heard.add(logged.position().value()))),
                        List.of(new Seen("one")),
                        List.of());
        await().until(() -> following.hearsOthers());
        for (int time = 1; time <= 3; time++) {
            Set<Integer> before = sessions();
            database.sql()
                    .fetch(
                            "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'node %'");
            Position last = here.count("m" + time, "ann");
            assertThat(following.await(last, ofSeconds(20))).isTrue();
            await().until(() -> {
                Set<Integer> now = sessions();
                return !now.isEmpty() && Collections.disjoint(now, before);
            });
            await().until(() -> following.hearsOthers());
        }
        assertThat(heard).containsExactly(1L, 2L, 3L);
        assertThat(seen("one")).containsExactly(1L, 2L, 3L);
        assertThat(following.claimed()).containsExactly("one");
    }

    /** The server's processes for the nodes' own connections. */
    private Set<Integer> sessions() {
        return database.sql()
                .fetch("select pid from pg_stat_activity where application_name like 'node %'")
                .intoSet(0, Integer.class);
    }

    @Test
    void each_view_is_one_nodes_work_and_visible_on_both() {
        Shop here = new Shop();
        Shop there = new Shop();
        Feed first = here.follow(List.of(), views(), List.of());
        Feed second = there.follow(List.of(), views(), List.of());
        await().atMost(ofSeconds(20))
                .until(() -> first.claimed().size() == 2 && second.claimed().size() == 2);

        for (int i = 0; i < 50; i++) {
            Shop shop = i % 2 == 0 ? here : there;
            shop.count("m" + i, "ann");
        }
        // What concerns no view counts as seen too, though nobody writes that down.
        Position last =
                here.log
                        .decide(
                                message("hello"),
                                Set.of(),
                                GREETINGS,
                                none -> Outcome.accepted(new Greeted(who("ann"), "hi")))
                        .position();
        assertThat(first.await(last, ofSeconds(20))).isTrue();
        assertThat(second.await(last, ofSeconds(20))).isTrue();
        for (String view : List.of("a", "b", "c", "d")) {
            assertThat(seen(view)).hasSize(50).doesNotHaveDuplicates().isSorted();
        }
        assertThat(first.lag()).allSatisfy((_, behind) -> assertThat(behind).isZero());
    }

    @Test
    void when_a_node_stops_the_other_has_its_work_at_once() {
        Shop here = new Shop();
        Shop there = new Shop();
        Feed first = here.follow(List.of(), views(), List.of());
        Feed second = there.follow(List.of(), views(), List.of());
        await().atMost(ofSeconds(20)).until(() -> second.claimed().size() == 2);

        first.close();
        await().atMost(ofSeconds(5)).until(() -> second.claimed().size() == 4);
        Position last = there.count("1", "ann");
        assertThat(second.await(last, ofSeconds(20))).isTrue();
    }

    @Test
    void
            a_view_that_froze_in_the_middle_of_its_work_writes_nothing_once_another_node_has_taken_over()
                    throws Exception {
        Shop here = new Shop();
        Shop there = new Shop();
        var frozen = new CountDownLatch(1);
        var thawed = new CountDownLatch(1);
        Feed zombie =
                here.follow(
                        List.of(),
                        List.of(
                                new Seen("view") {
                                    @Override
                                    public void apply(
                                            Logged<? extends Fact> logged, ViewRows rows) {
                                        super.apply(logged, rows);
                                        if (frozen.getCount() > 0) {
                                            frozen.countDown();
                                            pauseUntil(thawed);
                                        }
                                    }
                                }),
                        List.of());
        await().until(() -> zombie.claimed().contains("view"));
        Position last = there.count("1", "ann");
        frozen.await();
        long since = System.nanoTime();
        // PostgreSQL ends the frozen transaction; until then nobody can have the row.
        takeOver("view", "heir");
        assertThat(System.nanoTime() - since).isLessThan(ofSeconds(15).toNanos());
        assertThat(seen("view")).isEmpty();

        Feed heir = there.follow(List.of(), List.of(new Seen("view")), List.of());
        thawed.countDown();
        assertThat(heir.await(last, ofSeconds(20))).isTrue();
        there.count("2", "ann");
        assertThat(heir.await(there.count("3", "ann"), ofSeconds(20))).isTrue();
        assertThat(seen("view")).containsExactly(1L, 2L, 3L);
        assertThat(zombie.parked()).isEmpty();
    }

    @Test
    void a_view_whose_work_was_taken_over_writes_nothing_under_the_old_claim() {
        Shop here = new Shop();
        var holders = new CopyOnWriteArrayList<String>();
        Feed zombie =
                here.follow(
                        List.of(),
                        List.of(
                                new Seen("view") {
                                    @Override
                                    public void apply(
                                            Logged<? extends Fact> logged, ViewRows rows) {
                                        super.apply(logged, rows);
                                        holders.add(
                                                rows.sql()
                                                        .select(FOLLOWER_POSITION.NODE)
                                                        .from(FOLLOWER_POSITION)
                                                        .where(
                                                                FOLLOWER_POSITION.FOLLOWER.eq(
                                                                        "view"))
                                                        .fetchSingle(FOLLOWER_POSITION.NODE));
                                    }
                                }),
                        List.of());
        assertThat(zombie.await(here.count("1", "ann"), ofSeconds(20))).isTrue();
        takeOver("view", "heir");
        // The heir never lived, so the work comes back with the next beat; then it is done.
        assertThat(zombie.await(here.count("2", "ann"), ofSeconds(20))).isTrue();
        assertThat(seen("view")).containsExactly(1L, 2L);
        assertThat(holders).hasSize(2).doesNotContain("heir");
    }

    @Test
    void a_policy_whose_work_was_taken_over_appends_nothing_under_the_old_claim() {
        Shop here = new Shop();
        var stolen = new AtomicBoolean();
        var tries = new CopyOnWriteArrayList<Long>();
        Feed feed =
                here.follow(
                        List.of(),
                        List.of(),
                        List.of(
                                new Greets(
                                        here.log,
                                        logged -> {
                                            tries.add(here.log.head().value());
                                            if (stolen.compareAndSet(false, true)) {
                                                takeOver("greets", "heir");
                                            }
                                        })));
        here.count("1", "ann");
        // The heir never lived, so the work comes back with the next beat; then it is done.
        await().atMost(ofSeconds(20)).until(() -> here.log.head().value() == 2);
        assertThat(tries).containsExactly(1L, 1L);
        assertThat(here.log.read(tags(who("ann")), GREETINGS).state()).isEqualTo(1);
        assertThat(feed.parked()).isEmpty();
    }

    @Test
    void a_failing_fact_is_not_parked_by_one_who_has_lost_the_work() {
        Shop here = new Shop();
        var stolen = new AtomicBoolean();
        here.follow(
                List.of(),
                List.of(),
                List.of(
                        new Greets(
                                here.log,
                                logged -> {
                                    if (stolen.compareAndSet(false, true)) {
                                        takeOver("greets", "heir");
                                        throw new IllegalStateException("a bug");
                                    }
                                })));
        here.count("1", "ann");
        await().atMost(ofSeconds(20)).until(() -> here.log.head().value() == 2);
        assertThat(database.sql().fetchCount(PARKED_FACT)).isZero();
    }

    @Test
    void a_memory_that_fails_is_parked_by_each_node_for_itself() {
        Shop here = new Shop();
        Shop there = new Shop();
        var broken = new AtomicBoolean(true);
        Consumer<Logged<?>> fails =
                _ -> {
                    if (broken.get()) {
                        throw new IllegalStateException("a bug");
                    }
                };
        Feed first = here.follow(List.of(memory(fails)), List.of(), List.of());
        Feed second = there.follow(List.of(memory(fails)), List.of(), List.of());
        Position last = here.count("1", "ann");
        assertThat(first.await(last, ofSeconds(20))).isTrue();
        assertThat(second.await(last, ofSeconds(20))).isTrue();
        assertThat(first.parked())
                .map(parked -> parked.node())
                .containsExactlyInAnyOrder(first.node(), second.node());
        assertThat(first.parkedCounts()).containsEntry("memory", 2);

        broken.set(false);
        assertThat(first.redrive("memory")).isEqualTo(new Redriven(1, true));
        assertThat(second.parked()).map(parked -> parked.node()).containsExactly(second.node());
    }

    @Test
    void parked_facts_can_be_driven_again_on_a_node_that_does_not_do_the_work() {
        Shop here = new Shop();
        Shop there = new Shop();
        var broken = new AtomicBoolean(true);
        Supplies supplies =
                () ->
                        new Seen("view") {
                            @Override
                            public void apply(Logged<? extends Fact> logged, ViewRows rows) {
                                if (broken.get()) {
                                    throw new IllegalStateException("a bug");
                                }
                                super.apply(logged, rows);
                            }
                        };
        Feed working = here.follow(List.of(), List.of(supplies.view()), List.of());
        await().until(() -> working.claimed().contains("view"));
        Feed idle = there.follow(List.of(), List.of(supplies.view()), List.of());
        Position last = here.count("1", "ann");
        assertThat(idle.await(last, ofSeconds(20))).isTrue();
        broken.set(false);

        assertThat(idle.redrive("view")).isEqualTo(new Redriven(1, true));
        assertThat(working.redrive("view")).isEqualTo(new Redriven(0, true));
        assertThat(seen("view")).containsExactly(1L);
    }

    private interface Supplies {
        Projection view();
    }

    private void takeOver(String follower, String heir) {
        await().atMost(ofSeconds(20))
                .ignoreExceptions()
                .until(() ->
                        database.sql()
                                        .update(FOLLOWER_POSITION)
                                        .set(FOLLOWER_POSITION.NODE, heir)
                                        .set(
                                                FOLLOWER_POSITION.EPOCH,
                                                FOLLOWER_POSITION.EPOCH.plus(1))
                                        .where(FOLLOWER_POSITION.FOLLOWER.eq(follower))
                                        .execute()
                                == 1);
    }

    /**
     * What the view has written, in the order in which it did: a row's place tells nothing of it.
     */
    private List<Long> seen(String view) {
        return database.sql()
                .fetch("select position from tally_seen where view = ? order by turn", view)
                .map(row -> row.get(0, Long.class));
    }

    private static List<Projection> views() {
        return Stream.of("a", "b", "c", "d").<Projection>map(Seen::new).toList();
    }

    private static void pauseUntil(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Memory memory(Consumer<Logged<?>> remember) {
        return new Memory() {
            @Override
            public String name() {
                return "memory";
            }

            @Override
            public void remember(Logged<? extends Fact> logged) {
                remember.accept(logged);
            }
        };
    }

    /** Writes each fact down as often as it is shown. */
    private static class Seen implements Projection {
        private final String name;

        Seen(String name) {
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
            rows.sql()
                    .execute(
                            "insert into tally_seen (view, position) values (?, ?)",
                            name,
                            logged.position().value());
        }
    }

    /** Greets everybody who was counted. */
    private static final class Greets implements Policy<Counted, String> {
        private final EventLog log;
        private final Consumer<Logged<?>> before;

        Greets(EventLog log, Consumer<Logged<?>> before) {
            this.log = log;
            this.before = before;
        }

        @Override
        public String name() {
            return "greets";
        }

        @Override
        public Class<Counted> waitsFor() {
            return Counted.class;
        }

        @Override
        public List<Step<String>> when(Logged<Counted> logged) {
            before.accept(logged);
            return List.of(
                    new Step<>(
                            new Message(
                                    new MessageId("counted", "" + logged.position().value()),
                                    logged.fact().who().value()),
                            "hello"));
        }

        @Override
        public void carryOut(Step<String> step) {
            log.<Integer, Greeted, Tally.Full>decide(
                    step.message(),
                    tags(who(step.message().content())),
                    GREETINGS,
                    _ -> Outcome.accepted(new Greeted(who(step.message().content()), "hello")));
        }
    }
}
