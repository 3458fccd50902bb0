package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;
import static shopkeeper.persistence.schema.generated.Tables.PERMISSION_VERSION;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.Tally.Full;
import shopkeeper.persistence.eventlog.Tally.Greeted;
import shopkeeper.persistence.eventlog.Tally.TallyFact;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class EventLogTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    private final Database database = TestDatabase.empty();
    private EventLog log = open();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private EventLog open() {
        return EventLog.open(
                database,
                List.of(Tally.catalog(), Tally.greetings()),
                Tally.secret(),
                InstantSource.fixed(NOON));
    }

    @BeforeEach
    void theLogIsEmpty() {
        assertThat(log.head()).isEqualTo(Position.START);
    }

    @AfterEach
    void close() {
        threads.close();
        log.close();
    }

    private Recorded<TallyFact, Full> count(Message message, CustomerId who) {
        return log.decide(message, tags(who), Tally.STORY, tally -> tally.count(who));
    }

    private Recorded<Greeted, Full> greet(String id, CustomerId who) {
        Story<Integer, Greeted> none = new Story<>(Greeted.class, 0, (count, fact) -> count + 1);
        return log.decide(
                message(id), tags(who), none, count -> Outcome.accepted(new Greeted(who, "hello")));
    }

    @Test
    void a_decision_knows_what_was_decided_before() {
        count(message("1"), who("ann"));
        count(message("2"), who("bob"));
        var third = count(message("3"), who("ann"));

        assertThat(third)
                .isEqualTo(
                        new Recorded.Decided<>(
                                Outcome.accepted(new Counted(who("ann"), 2)), new Position(3)));
        assertThat(log.read(tags(who("ann")), Tally.STORY))
                .isEqualTo(new Sourced<>(new Tally(2), new Position(3), new Position(3)));
        assertThat(log.read(tags(who("bob")), Tally.STORY))
                .isEqualTo(new Sourced<>(new Tally(1), new Position(2), new Position(3)));
        assertThat(log.read(tags(who("eve")), Tally.STORY))
                .isEqualTo(new Sourced<>(new Tally(0), Position.START, new Position(3)));
    }

    @Test
    void facts_of_another_capability_with_the_same_tag_are_not_told() {
        greet("1", who("ann"));
        assertThat(count(message("2"), who("ann")).position()).isEqualTo(new Position(2));
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(1));
    }

    @Test
    void the_story_of_several_tags_holds_the_facts_of_each_once() {
        count(message("1"), who("ann"));
        count(message("2"), who("bob"));
        Story<Integer, TallyFact> all = new Story<>(TallyFact.class, 0, (count, fact) -> count + 1);

        assertThat(log.read(Set.of("customer:ann", "customer:bob"), all).state()).isEqualTo(2);
    }

    @Test
    void a_refusal_is_an_answer_and_leaves_no_trace() {
        count(message("1"), who("ann"));
        Recorded<TallyFact, Full> refused =
                log.decide(
                        message("2"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally -> tally.countUpTo(who("ann"), 1));

        assertThat(refused)
                .isEqualTo(new Recorded.Decided<>(Outcome.refused(new Full(1)), new Position(1)));
        assertThat(log.head()).isEqualTo(new Position(1));
    }

    @Test
    void what_was_already_so_is_accepted_without_a_fact() {
        count(message("1"), who("ann"));
        Recorded<TallyFact, Full> accepted =
                log.decide(
                        message("2"), tags(who("ann")), Tally.STORY, tally -> Outcome.accepted());

        assertThat(accepted).isEqualTo(new Recorded.Decided<>(Outcome.accepted(), new Position(1)));
        assertThat(log.head()).isEqualTo(new Position(1));
    }

    @Test
    void the_same_message_again_is_a_duplicate_with_the_position_of_its_last_fact() {
        Recorded<TallyFact, Full> first =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally ->
                                Outcome.accepted(
                                        List.of(
                                                new Counted(who("ann"), 1),
                                                new Counted(who("ann"), 2))));
        count(message("2"), who("ann"));

        assertThat(first.position()).isEqualTo(new Position(2));
        assertThat(count(message("1"), who("ann")))
                .isEqualTo(new Recorded.Duplicate<>(new Position(2)));
        assertThat(log.head()).isEqualTo(new Position(3));
    }

    @Test
    void the_same_message_with_other_content_is_a_conflict() {
        count(message("1", "yes"), who("ann"));
        assertThat(count(message("1", "no"), who("ann")))
                .isInstanceOfSatisfying(
                        Recorded.Conflict.class,
                        told -> {
                            assertThat(told.position()).isEqualTo(new Position(1));
                            assertThat(told.contents().first())
                                    .isNotEmpty()
                                    .isNotEqualTo(told.contents().second());
                        });
    }

    @Test
    void a_message_is_recognised_even_where_nothing_else_is_sourced() {
        Recorded<TallyFact, Full> first =
                log.decide(message("1"), Set.of(), Tally.STORY, tally -> tally.count(who("ann")));
        Recorded<TallyFact, Full> second =
                log.decide(message("1"), Set.of(), Tally.STORY, tally -> tally.count(who("ann")));

        assertThat(first).isInstanceOf(Recorded.Decided.class);
        assertThat(second).isEqualTo(new Recorded.Duplicate<>(new Position(1)));
    }

    @Test
    void messages_whose_source_and_id_run_together_are_still_two() {
        Message one = new Message(new MessageId("till/1", "2"), "x");
        Message other = new Message(new MessageId("till", "1/2"), "x");
        Message third = new Message(new MessageId("till%2F1", "2"), "x");
        assertThat(List.of(count(one, who("a")), count(other, who("a")), count(third, who("a"))))
                .allMatch(recorded -> recorded instanceof Recorded.Decided);
        assertThat(log.after(Position.START, 10))
                .map(entry -> ((LogEntry.Legible) entry).logged().cause())
                .containsExactly(one.id(), other.id(), third.id());
    }

    @Test
    void the_log_tells_facts_with_their_causes_in_order() {
        count(message("1"), who("ann"));
        greet("2", who("bob"));

        assertThat(log.after(new Position(1), 10))
                .containsExactly(
                        new LogEntry.Legible(
                                new Logged<>(
                                        new Position(2),
                                        new MessageId("test", "2"),
                                        new Greeted(who("bob"), "hello")),
                                "greeting.said"));
    }

    @Test
    void a_fact_is_recorded_when_the_clock_of_the_platform_says_so() {
        count(message("1"), who("ann"));
        assertThat(database.sql().select(EVENT.RECORDED_AT).from(EVENT).fetch(EVENT.RECORDED_AT))
                .map(OffsetDateTime::toInstant)
                .containsExactly(NOON);
    }

    @Test
    void sixteen_racers_leave_one_winner_for_each_version_and_no_hole() {
        int racers = 16;
        int laps = 10;
        CyclicBarrier start = new CyclicBarrier(racers);
        List<Recorded<TallyFact, Full>> all =
                together(
                        racers,
                        racer -> {
                            start.await();
                            List<Recorded<TallyFact, Full>> won = new ArrayList<>();
                            for (int lap = 0; lap < laps; lap++) {
                                won.add(count(message(racer + "-" + lap), who("ann")));
                            }
                            return won;
                        });

        assertThat(all)
                .map(recorded ->
                        ((Counted)
                                        ((Outcome.Accepted<TallyFact, Full>)
                                                        ((Recorded.Decided<TallyFact, Full>)
                                                                        recorded)
                                                                .outcome())
                                                .facts()
                                                .getFirst())
                                .version())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, racers * laps).boxed().toList());
        assertThat(positions()).isEqualTo(upTo(racers * laps));
    }

    @Test
    void what_another_node_appended_meanwhile_is_never_decided_over() {
        try (EventLog other = open()) {
            count(message("1"), who("ann"));
            other.decide(message("2"), tags(who("ann")), Tally.STORY, t -> t.count(who("ann")));
            count(message("3"), who("ann"));
        }
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(3));
    }

    @Test
    void a_no_is_never_said_on_a_state_that_is_out_of_date() {
        log.decide(message("1"), tags(who("ann")), Tally.STORY, t -> t.countUpTo(who("ann"), 1));
        try (EventLog other = open()) {
            other.decide(
                    message("2"),
                    tags(who("ann")),
                    Tally.STORY,
                    _ -> Outcome.accepted(new TallyFact.Cleared(who("ann"))));
        }
        Recorded<TallyFact, Full> again =
                log.decide(
                        message("3"),
                        tags(who("ann")),
                        Tally.STORY,
                        t -> t.countUpTo(who("ann"), 1));
        assertThat(again)
                .isInstanceOfSatisfying(
                        Recorded.Decided.class,
                        decided ->
                                assertThat(decided.outcome()).isInstanceOf(Outcome.Accepted.class));
    }

    @Test
    void a_log_that_lost_its_end_is_never_decided_over() {
        for (int number = 1; number <= 3; number++) {
            count(message("ann-" + number), who("ann"));
        }
        database.sql().execute("delete from event_tag where position > 1");
        database.sql().execute("delete from event where position > 1");
        database.sql().execute("update log_head set position = 1");
        count(message("bob"), who("bob"));
        count(message("ann-again"), who("ann"));
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(2));
        assertThat(positions()).isEqualTo(upTo(3));
    }

    @Test
    void a_failure_on_a_state_that_is_out_of_date_is_no_failure() {
        count(message("1"), who("ann"));
        try (EventLog other = open()) {
            other.decide(message("2"), tags(who("ann")), Tally.STORY, t -> t.count(who("ann")));
        }
        log.decide(
                message("3"),
                tags(who("ann")),
                Tally.STORY,
                tally -> {
                    if (tally.count() == 1) {
                        throw new IllegalStateException("one is not enough");
                    }
                    return tally.count(who("ann"));
                });
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(3));
    }

    @Test
    void a_duplicate_is_recognised_whatever_state_is_at_hand() {
        count(message("1"), who("ann"));
        count(message("2"), who("ann"));
        assertThat(count(message("1"), who("ann")))
                .isEqualTo(new Recorded.Duplicate<>(new Position(1)));
        assertThat(count(message("1"), who("bob")))
                .isEqualTo(new Recorded.Duplicate<>(new Position(1)));
        assertThat(positions()).isEqualTo(upTo(2));
    }

    @Test
    void the_state_of_any_position_and_any_moment_can_be_asked_for() {
        Tally three = new Tally(3);
        for (int number = 1; number <= 3; number++) {
            count(message("ann-" + number), who("ann"));
            count(message("bob-" + number), who("bob"));
        }
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(three);
        assertThat(log.readAsOf(tags(who("ann")), Tally.STORY, new Position(0)))
                .isEqualTo(new Tally(0));
        assertThat(log.readAsOf(tags(who("ann")), Tally.STORY, new Position(4)))
                .isEqualTo(new Tally(2));
        assertThat(log.readAsOf(tags(who("ann")), Tally.STORY, new Position(99))).isEqualTo(three);

        database.sql()
                .execute(
                        "update event set recorded_at = recorded_at + position * interval '1 minute'");
        assertThat(log.at(NOON)).isEqualTo(Position.START);
        assertThat(log.at(NOON.plusSeconds(60))).isEqualTo(new Position(1));
        assertThat(log.at(NOON.plusSeconds(179))).isEqualTo(new Position(2));
        assertThat(log.at(NOON.plusSeconds(3_600))).isEqualTo(new Position(6));
    }

    @Test
    void two_nodes_racing_on_one_tag_leave_no_hole_either() {
        try (EventLog other = open()) {
            CyclicBarrier start = new CyclicBarrier(8);
            together(
                    8,
                    racer -> {
                        start.await();
                        EventLog mine = racer % 2 == 0 ? log : other;
                        for (int lap = 0; lap < 10; lap++) {
                            mine.decide(
                                    message(racer + "-" + lap),
                                    tags(who("ann")),
                                    Tally.STORY,
                                    t -> t.count(who("ann")));
                        }
                        return List.of();
                    });
        }
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(80));
        assertThat(positions()).isEqualTo(upTo(80));
    }

    @Test
    void a_reader_misses_nothing_while_many_append() throws Exception {
        int writers = 12;
        int each = 100;
        AtomicBoolean done = new AtomicBoolean();
        try (EventLog other = open()) {
            Future<List<Long>> reader =
                    threads.submit(() -> {
                        List<Long> seen = new ArrayList<>();
                        boolean last = false;
                        while (true) {
                            long from = seen.isEmpty() ? 0 : seen.getLast();
                            List<LogEntry> next = log.after(new Position(from), 100);
                            next.forEach(entry -> seen.add(entry.position().value()));
                            if (next.isEmpty() && last) {
                                return seen;
                            }
                            last = done.get();
                        }
                    });
            together(
                    writers,
                    writer -> {
                        EventLog mine = writer % 2 == 0 ? log : other;
                        for (int i = 0; i < each; i++) {
                            CustomerId who = who("w" + writer);
                            mine.decide(
                                    message(writer + "-" + i),
                                    tags(who),
                                    Tally.STORY,
                                    tally -> tally.count(who));
                        }
                        return List.of();
                    });
            done.set(true);
            assertThat(reader.get()).isEqualTo(upTo(writers * each));
        }
    }

    @Test
    void a_duplicate_that_races_its_original_has_no_second_effect() {
        for (int round = 0; round < 30; round++) {
            CustomerId who = who("c" + round);
            Message message = message("m" + round);
            CyclicBarrier start = new CyclicBarrier(4);
            List<Recorded<TallyFact, Full>> answers =
                    together(
                            4,
                            racer -> {
                                start.await();
                                return List.of(count(message, who));
                            });
            assertThat(answers).filteredOn(answer -> answer instanceof Recorded.Decided).hasSize(1);
            assertThat(answers).map(Recorded::position).containsOnly(new Position(round + 1));
        }
    }

    @Test
    void what_rides_with_an_append_is_written_with_its_position() {
        var recorded =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally -> tally.count(who("ann")),
                        facts -> List.of(permissionOf("ann")));
        assertThat(permissionVersion("ann")).isEqualTo(recorded.position().value());
    }

    @Test
    void what_rides_is_not_asked_where_nothing_is_appended() {
        Recorded<TallyFact, Full> refused =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally -> tally.countUpTo(who("ann"), 0),
                        facts -> {
                            throw new AssertionError("asked");
                        });
        assertThat(refused.position()).isEqualTo(Position.START);
    }

    @Test
    void what_rides_with_a_rejected_append_is_not_written() {
        AtomicBoolean interfered = new AtomicBoolean();
        List<Long> written = new ArrayList<>();
        var recorded =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally -> {
                            if (!interfered.getAndSet(true)) {
                                count(message("2"), who("ann"));
                            }
                            return tally.count(who("ann"));
                        },
                        facts -> List.of((tx, last) -> written.add(last.value())));

        assertThat(recorded)
                .isEqualTo(
                        new Recorded.Decided<>(
                                Outcome.accepted(new Counted(who("ann"), 2)), new Position(2)));
        assertThat(written).containsExactly(2L);
    }

    @Test
    void a_rider_that_fails_takes_its_own_append_down_and_no_other() {
        CyclicBarrier start = new CyclicBarrier(20);
        List<String> failed =
                together(
                        20,
                        i -> {
                            CustomerId who = who("r" + i);
                            Rider rider =
                                    i % 7 == 3
                                            ? (tx, last) ->
                                                    tx.execute("insert into nowhere values (1)")
                                            : permissionOf(who.value());
                            start.await();
                            try {
                                log.decide(
                                        message("m" + i),
                                        tags(who),
                                        Tally.STORY,
                                        t -> t.count(who),
                                        facts -> List.of(rider));
                                return List.of();
                            } catch (RuntimeException e) {
                                return List.of(who.value());
                            }
                        });

        assertThat(failed).containsExactlyInAnyOrder("r3", "r10", "r17");
        assertThat(positions()).isEqualTo(upTo(17));
        assertThat(database.sql().fetchCount(PERMISSION_VERSION)).isEqualTo(17);
    }

    @Test
    void an_append_that_the_database_refuses_is_found_among_many() {
        CustomerId poison = who("poison");
        CyclicBarrier start = new CyclicBarrier(16);
        List<String> failed =
                together(
                        16,
                        i -> {
                            start.await();
                            CustomerId who = i == 5 ? poison : who("p" + i);
                            try {
                                log.decide(
                                        message("m" + i),
                                        Set.of(),
                                        Tally.STORY,
                                        t -> t.count(who),
                                        facts ->
                                                i == 5
                                                        ? List.of((tx, last) ->
                                                                tx.execute("select 1 / 0"))
                                                        : List.of());
                                return List.of();
                            } catch (RuntimeException e) {
                                return List.of(who.value());
                            }
                        });
        assertThat(failed).containsExactly("poison");
        assertThat(positions()).isEqualTo(upTo(15));
        assertThat(count(message("after"), who("ann")).position()).isEqualTo(new Position(16));
    }

    @Test
    void rows_alone_are_written_at_the_position_of_the_log() {
        count(message("1"), who("ann"));
        assertThat(log.write(List.of(permissionOf("bob")))).isEqualTo(new Position(1));
        assertThat(permissionVersion("bob")).isEqualTo(1);
    }

    @Test
    void an_exception_in_a_decision_reaches_the_caller_and_leaves_no_trace() {
        assertThatThrownBy(() ->
                        log.<Tally, TallyFact, Full>decide(
                                message("1"),
                                tags(who("ann")),
                                Tally.STORY,
                                tally -> {
                                    throw new IllegalStateException("a bug");
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        assertThat(log.head()).isEqualTo(Position.START);
    }

    @Test
    void a_writer_whose_connection_is_cut_goes_on_and_loses_nothing() {
        AtomicBoolean cut = new AtomicBoolean();
        Rider saboteur =
                (tx, last) -> {
                    if (!cut.getAndSet(true)) {
                        database.sql()
                                .execute(
                                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                                + " where application_name = 'log-writer' and pid <> pg_backend_pid()");
                    }
                };
        var recorded =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        t -> t.count(who("ann")),
                        facts -> List.of(saboteur));
        assertThat(recorded.position()).isEqualTo(new Position(1));
        assertThat(count(message("2"), who("ann")).position()).isEqualTo(new Position(2));
        assertThat(positions()).isEqualTo(upTo(2));
    }

    @Test
    void a_writer_that_freezes_while_it_holds_the_head_does_not_stop_the_other_nodes()
            throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch thawed = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Rider freezing =
                (tx, last) -> {
                    if (first.getAndSet(false)) {
                        frozen.countDown();
                        awaitPatiently(thawed);
                    }
                };
        Future<Recorded<TallyFact, Full>> slow =
                threads.submit(() ->
                        log.decide(
                                message("slow"),
                                tags(who("ann")),
                                Tally.STORY,
                                t -> t.count(who("ann")),
                                facts -> List.of(freezing)));
        awaitPatiently(frozen);
        try (EventLog other = open()) {
            Recorded<TallyFact, Full> quick =
                    other.decide(
                            message("quick"),
                            tags(who("bob")),
                            Tally.STORY,
                            tally -> tally.count(who("bob")));
            assertThat(quick.position()).isEqualTo(new Position(1));
        }
        thawed.countDown();
        assertThat(slow.get().position()).isEqualTo(new Position(2));
    }

    private static void awaitPatiently(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoever_cannot_read_in_time_hears_that_the_log_is_unavailable() throws SQLException {
        count(message("1"), who("ann"));
        List<Callable<?>> reads =
                List.of(
                        log::head,
                        () -> log.after(Position.START, 10),
                        () -> log.read(tags(who("ann")), Tally.STORY),
                        () -> count(message("2"), who("ann")));
        try (Connection hog = database.connect("hog", "")) {
            hog.setAutoCommit(false);
            database.on(hog).execute("lock table log_head, event in access exclusive mode");
            List<String> heard =
                    together(
                            reads.size(),
                            reader -> {
                                assertThatThrownBy(() -> reads.get(reader).call())
                                        .isInstanceOf(LogUnavailable.class);
                                return List.of("unavailable");
                            });
            assertThat(heard).hasSize(reads.size());
            hog.rollback();
        }
        assertThat(count(message("2"), who("ann")).position()).isEqualTo(new Position(2));
    }

    @Test
    void a_closed_log_takes_nothing() {
        log.close();
        assertThatThrownBy(() -> count(message("1"), who("ann")))
                .isInstanceOf(LogUnavailable.class);
        log = open();
    }

    private static Rider permissionOf(String customer) {
        return (tx, last) ->
                tx.insertInto(PERMISSION_VERSION)
                        .set(PERMISSION_VERSION.CUSTOMER, customer)
                        .set(PERMISSION_VERSION.VERSION, last.value())
                        .onDuplicateKeyUpdate()
                        .set(PERMISSION_VERSION.VERSION, last.value())
                        .execute();
    }

    private long permissionVersion(String customer) {
        return database.sql()
                .fetchSingle(PERMISSION_VERSION, PERMISSION_VERSION.CUSTOMER.eq(customer))
                .getVersion();
    }

    private List<Long> positions() {
        return database.sql()
                .select(EVENT.POSITION)
                .from(EVENT)
                .orderBy(EVENT.POSITION)
                .fetch(EVENT.POSITION);
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private interface Racer<T> {
        List<T> run(int number) throws Exception;
    }

    private <T> List<T> together(int racers, Racer<T> racer) {
        List<Callable<List<T>>> tasks =
                IntStream.range(0, racers)
                        .<Callable<List<T>>>mapToObj(number -> () -> racer.run(number))
                        .toList();
        try {
            List<T> all = new ArrayList<>();
            for (Future<List<T>> future : threads.invokeAll(tasks)) {
                all.addAll(future.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
