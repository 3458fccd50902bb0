package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;
import static shopkeeper.persistence.schema.generated.Tables.LOG_HEAD;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

/**
 * While the first append is being committed, more arrive than fit into a batch: the second batch
 * holds a thousand, and the third is written ahead while that is committed.
 */
class OverlappingBatchesTest {
    private static final Logger LOG = LoggerFactory.getLogger(OverlappingBatchesTest.class);
    private static final int BATCH = 1_000;
    private static final Tag BOB = new Tag("customer", "bob");

    private final Database database = TestDatabase.empty();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private final List<Integer> ahead = new ArrayList<>();

    /** What happens at a commit instead of it, by its number from 1. */
    interface AtCommit {
        void commit(int number, PreparedStatement rest) throws SQLException;
    }

    private LogWriter.Connections with(AtCommit atCommit) {
        return new LogWriter.Connections() {
            @Override
            public Connection open() throws SQLException {
                opened.incrementAndGet();
                return new WriterConnections(database).open();
            }

            @Override
            public void commit(PreparedStatement rest) throws SQLException {
                int number = commits.incrementAndGet();
                if (number == 1) {
                    await(arrived);
                }
                if (rest.toString().contains("nowait")) {
                    ahead.add(number);
                }
                atCommit.commit(number, rest);
            }

            @Override
            public DSLContext on(Connection connection) {
                return database.on(connection);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void lose(PreparedStatement rest) throws SQLException {
        rest.getConnection().close();
        throw new SQLException("the line is dead", "08006");
    }

    private static Append.Row row(Tag... tags) {
        return new Append.Row(
                UUID.randomUUID(),
                "tally.counted",
                "1",
                "{}",
                "{}",
                OffsetDateTime.now(ZoneOffset.UTC),
                Set.of(tags));
    }

    private static Append append(Tag... tags) {
        return new Append(AppendCondition.none(), List.of(row(tags)), List.of());
    }

    private static List<Append> appends(int many) {
        return LongStream.range(0, many).mapToObj(_ -> append(new Tag("customer", "ann"))).toList();
    }

    private List<CompletableFuture<Long>> write(AtCommit atCommit, List<Append> thereafter) {
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        try (LogWriter writer = new LogWriter(with(atCommit), _ -> {})) {
            answers.add(writer.enqueue(append()));
            Awaitility.await().until(() -> commits.get() == 1);
            thereafter.forEach(append -> answers.add(writer.enqueue(append)));
            arrived.countDown();
            answers.forEach(answer -> answer.handle((position, failure) -> position).join());
        }
        return answers;
    }

    private void assertEachStandsOnceInTheOrderOfComing(List<CompletableFuture<Long>> answers) {
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, answers.size()).boxed().toList());
        assertThat(positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, answers.size()).boxed().toList());
        assertThat(head()).isEqualTo(answers.size());
    }

    private List<Long> positions() {
        return database.sql()
                .select(EVENT.POSITION)
                .from(EVENT)
                .orderBy(EVENT.POSITION)
                .fetch(EVENT.POSITION);
    }

    private long head() {
        return database.sql().fetchValue(LOG_HEAD.POSITION);
    }

    @Test
    void the_next_batch_is_written_while_one_is_committed() {
        var answers =
                write(
                        (number, rest) -> {
                            if (number == 2) {
                                Awaitility.await().until(() -> opened.get() == 2);
                            }
                            rest.execute();
                        },
                        appends(3 * BATCH));
        assertEachStandsOnceInTheOrderOfComing(answers);
        assertThat(ahead).containsExactly(3, 4);
    }

    @Test
    void a_commit_that_never_arrived_takes_what_was_written_ahead_of_it_along() {
        var answers =
                write(
                        (number, rest) -> {
                            if (number == 2) {
                                lose(rest);
                            }
                            rest.execute();
                        },
                        appends(3 * BATCH));
        assertEachStandsOnceInTheOrderOfComing(answers);
    }

    @Test
    void a_commit_whose_answer_was_lost_is_not_repeated_nor_is_what_was_written_ahead() {
        for (int lost : List.of(2, 3)) {
            commits.set(1);
            long before = head();
            try (LogWriter writer =
                    new LogWriter(
                            with((number, rest) -> {
                                rest.execute();
                                if (number == lost) {
                                    lose(rest);
                                }
                            }),
                            _ -> {})) {
                var answers = appends(3 * BATCH).stream().map(writer::enqueue).toList();
                answers.forEach(CompletableFuture::join);
                assertThat(head()).isEqualTo(before + 3 * BATCH);
            }
            assertThat(positions()).hasSize((int) head());
        }
    }

    @Test
    void a_batch_written_ahead_gives_way_to_another_node() {
        try (LogWriter elsewhere = new LogWriter(new WriterConnections(database), _ -> {})) {
            List<CompletableFuture<Long>> theirs = new ArrayList<>();
            var answers =
                    write(
                            (number, rest) -> {
                                if (number == 3) {
                                    theirs.add(elsewhere.enqueue(append()));
                                    Awaitility.await()
                                            .atMost(Duration.ofSeconds(20))
                                            .until(this::isTheHeadTaken);
                                }
                                rest.execute();
                            },
                            appends(2 * BATCH));
            assertThat(theirs.getFirst().join()).isEqualTo(BATCH + 2);
            assertThat(answers.get(BATCH).join()).isEqualTo(BATCH + 1);
            assertThat(answers.get(BATCH + 1).join()).isEqualTo(BATCH + 3);
            assertThat(answers.getLast().join()).isEqualTo(2 * BATCH + 2);
            assertThat(ahead).containsExactly(3);
        }
    }

    private boolean isTheHeadTaken() {
        return database.sql()
                .transactionResult(tx ->
                        DSL.using(tx)
                                .select(LOG_HEAD.POSITION)
                                .from(LOG_HEAD)
                                .forUpdate()
                                .skipLocked()
                                .fetch()
                                .isEmpty());
    }

    @Test
    void what_nobody_can_store_fails_alone_where_its_batch_was_written_ahead() {
        List<Append> all = new ArrayList<>(appends(2 * BATCH - 1));
        all.add(new Append(AppendCondition.none(), all.getFirst().rows(), List.of()));
        var answers = write((_, rest) -> rest.execute(), all);
        assertThatThrownBy(answers.getLast()::join).hasMessageContaining("event_id_key");
        assertEachStandsOnceInTheOrderOfComing(answers.subList(0, 2 * BATCH));
    }

    @Test
    void what_the_batch_in_the_air_appends_keeps_out_what_is_written_ahead() {
        Tag message = new Tag("message", "web/1");
        List<Append> all = new ArrayList<>(appends(BATCH - 1));
        all.add(append(BOB, message));
        AppendCondition untouched =
                AppendCondition.withCriteria(EventCriteria.havingTags(BOB))
                        .withMarker(new GlobalIndexConsistencyMarker(1));
        AppendCondition anothers =
                AppendCondition.withCriteria(EventCriteria.havingTags(new Tag("customer", "eve")))
                        .withMarker(new GlobalIndexConsistencyMarker(1));
        all.add(new Append(untouched, List.of(row(BOB)), List.of()));
        all.add(new Append(anothers, Set.of(message), List.of(row(message)), List.of()));
        IntStream.range(0, LogWriter.ENOUGH)
                .forEach(_ -> all.add(new Append(anothers, List.of(row()), List.of())));
        var answers = write((_, rest) -> rest.execute(), all);
        assertThat(ahead).containsExactly(3);
        assertThatThrownBy(() -> answers.get(BATCH + 1).join())
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThatThrownBy(() -> answers.get(BATCH + 2).join())
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(answers.getLast().join()).isEqualTo(BATCH + 1 + LogWriter.ENOUGH);
    }

    @Test
    void few_wait_for_what_is_being_committed() {
        var answers = write((_, rest) -> rest.execute(), appends(BATCH + LogWriter.ENOUGH - 1));
        assertEachStandsOnceInTheOrderOfComing(answers);
        assertThat(ahead).isEmpty();
    }

    @Test
    void of_more_than_is_remembered_nothing_is_judged_ahead() {
        List<Append.Row> many = new ArrayList<>();
        many.add(row(BOB));
        IntStream.range(0, 20_500).forEach(_ -> many.add(row()));
        List<Append> all = new ArrayList<>();
        all.add(new Append(AppendCondition.none(), many, List.of()));
        all.addAll(appends(BATCH - 1));
        all.add(
                new Append(
                        AppendCondition.withCriteria(EventCriteria.havingTags(BOB))
                                .withMarker(new GlobalIndexConsistencyMarker(1)),
                        List.of(row(BOB)),
                        List.of()));
        all.addAll(appends(LogWriter.ENOUGH));
        var answers = write((_, rest) -> rest.execute(), all);
        assertThatThrownBy(answers.get(BATCH + 1)::join)
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(ahead).isEmpty();
    }

    @Test
    void whatever_is_lost_and_whoever_else_appends_all_stand_once_and_without_a_hole() {
        long seed = System.nanoTime();
        LOG.info("seed {}", seed);
        Random chance = new Random(seed);
        List<CompletableFuture<Long>> theirs = new ArrayList<>();
        try (LogWriter elsewhere = new LogWriter(new WriterConnections(database), _ -> {})) {
            var answers =
                    write(
                            (number, rest) -> {
                                int turn = number == 1 ? 9 : chance.nextInt(10);
                                if (turn == 0) {
                                    lose(rest);
                                }
                                if (turn < 4) {
                                    theirs.add(elsewhere.enqueue(append()));
                                }
                                rest.execute();
                                if (turn == 4) {
                                    lose(rest);
                                }
                            },
                            appends(12 * BATCH + 7));
            List<Long> all = new ArrayList<>();
            answers.forEach(answer -> all.add(answer.join()));
            assertThat(all).as("seed %d", seed).isSorted();
            theirs.forEach(answer -> all.add(answer.join()));
            assertThat(all)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, head()).boxed().toList());
            assertThat(positions()).as("seed %d", seed).hasSize(all.size());
        }
    }
}
