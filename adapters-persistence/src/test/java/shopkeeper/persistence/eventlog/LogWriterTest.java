package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;
import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class LogWriterTest {
    /** Long enough for the writer to begin, also where others keep the machine busy. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final Database database = TestDatabase.empty();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger rides = new AtomicInteger();

    private enum Loss {
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    /** The connection breaks at the first commit, before or after the server heard of it. */
    private LogWriter.Connections losing(Loss loss) {
        return new LogWriter.Connections() {
            @Override
            public Connection open() throws SQLException {
                return new WriterConnections(database).open();
            }

            @Override
            public void commit(PreparedStatement rest) throws SQLException {
                if (commits.incrementAndGet() > 1) {
                    rest.execute();
                    return;
                }
                if (loss == Loss.AFTER_THE_COMMIT) {
                    rest.execute();
                }
                rest.getConnection().close();
                throw new SQLException("the line is dead", "08006");
            }

            @Override
            public DSLContext on(Connection connection) {
                return database.on(connection);
            }
        };
    }

    private Append append(UUID id) {
        Append.Row row =
                new Append.Row(
                        id,
                        "tally.counted",
                        "1",
                        "{}",
                        "{}",
                        OffsetDateTime.now(ZoneOffset.UTC),
                        Set.of(new Tag("customer", "ann")));
        return new Append(
                AppendCondition.none(),
                List.of(row),
                List.of((tx, last) -> rides.incrementAndGet()));
    }

    @Test
    void a_commit_whose_answer_was_lost_is_looked_up_and_not_repeated() {
        try (LogWriter writer = new LogWriter(losing(Loss.AFTER_THE_COMMIT), head -> {})) {
            assertThat(writer.enqueue(append(UUID.randomUUID())).join()).isEqualTo(1);
            assertThat(writer.enqueue(append(UUID.randomUUID())).join()).isEqualTo(2);
        }
        assertThat(database.sql().fetchCount(EVENT)).isEqualTo(2);
        assertThat(rides).hasValue(2);
        assertThat(commits).hasValue(2);
    }

    @Test
    void a_commit_that_never_arrived_is_made_again() {
        try (LogWriter writer = new LogWriter(losing(Loss.BEFORE_THE_COMMIT), head -> {})) {
            assertThat(writer.enqueue(append(UUID.randomUUID())).join()).isEqualTo(1);
        }
        assertThat(database.sql().fetchCount(EVENT)).isEqualTo(1);
        assertThat(rides).hasValue(2);
    }

    @Test
    void an_event_id_that_is_already_there_is_refused_and_harms_no_other() {
        UUID id = UUID.randomUUID();
        try (LogWriter writer = new LogWriter(new WriterConnections(database), head -> {})) {
            writer.enqueue(append(id)).join();
            assertThatThrownBy(writer.enqueue(append(id))::join)
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("event_id_key");
            assertThat(writer.enqueue(append(UUID.randomUUID())).join()).isEqualTo(2);
        }
    }

    /** The first commit waits until it may go on. */
    private LogWriter.Connections stalling(CountDownLatch stalled, CountDownLatch goOn) {
        return new LogWriter.Connections() {
            @Override
            public Connection open() throws SQLException {
                stalled.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
                return new WriterConnections(database).open();
            }

            @Override
            public DSLContext on(Connection connection) {
                return database.on(connection);
            }
        };
    }

    @Test
    void whoever_gives_up_waiting_hears_so_and_leaves_nothing_behind() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (LogWriter writer = new LogWriter(stalling(stalled, goOn), _ -> {}, PATIENCE_MILLIS)) {
            CompletableFuture<Long> first = writer.enqueue(append(UUID.randomUUID()));
            assertThat(stalled.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                    .as("the first is being written before it gives up")
                    .isTrue();
            CompletableFuture<Long> second = writer.enqueue(append(UUID.randomUUID()));
            assertThatThrownBy(() -> LogOutage.join(second)).isInstanceOf(LogUnavailable.class);
            assertThatThrownBy(() -> LogOutage.join(first)).isInstanceOf(LogUnavailable.class);
            goOn.countDown();
        }
        // The first was being written: whoever sends it again hears that it is there.
        assertThat(database.sql().fetchCount(EVENT)).isEqualTo(1);
    }

    @Test
    void more_than_can_wait_is_turned_away_at_once() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (LogWriter writer = new LogWriter(stalling(stalled, goOn), _ -> {})) {
            List<CompletableFuture<Long>> all = new ArrayList<>();
            all.add(writer.enqueue(append(UUID.randomUUID())));
            stalled.await();
            for (int number = 0; number < LogWriter.MOST_WAITING; number++) {
                all.add(writer.enqueue(append(UUID.randomUUID())));
            }
            assertThatThrownBy(() -> LogOutage.join(writer.enqueue(append(UUID.randomUUID()))))
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("too many");
            goOn.countDown();
            for (CompletableFuture<Long> one : all) {
                assertThat(one.join()).isPositive();
            }
            assertThat(writer.figures().failed()).isEqualTo(1);
            assertThat(writer.figures().appends()).isEqualTo(all.size());
            assertThat(writer.figures().largestBatch()).isEqualTo(1_000);
        }
    }

    @Test
    void nobody_is_answered_before_the_commit() {
        AtomicInteger answered = new AtomicInteger();
        Append append = append(UUID.randomUUID());
        LogWriter.Connections watching =
                new LogWriter.Connections() {
                    @Override
                    public Connection open() throws SQLException {
                        return new WriterConnections(database).open();
                    }

                    @Override
                    public void commit(PreparedStatement rest) throws SQLException {
                        commits.incrementAndGet();
                        answered.addAndGet(append.done().isDone() ? 1 : 0);
                        rest.execute();
                    }

                    @Override
                    public DSLContext on(Connection connection) {
                        return database.on(connection);
                    }
                };
        try (LogWriter writer = new LogWriter(watching, head -> {})) {
            assertThat(writer.enqueue(append).join()).isEqualTo(1);
        }
        assertThat(commits).hasValue(1);
        assertThat(answered).hasValue(0);
    }

    /** Many in one batch, in the middle of them one with this rider. */
    private List<CompletableFuture<Long>> around(Rider rider) throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<CompletableFuture<Long>> all = new ArrayList<>();
        try (LogWriter writer = new LogWriter(stalling(stalled, goOn), _ -> {})) {
            all.add(writer.enqueue(append(UUID.randomUUID())));
            stalled.await();
            for (int number = 0; number < 20; number++) {
                all.add(writer.enqueue(append(UUID.randomUUID())));
            }
            all.add(writer.enqueue(new Append(AppendCondition.none(), List.of(), List.of(rider))));
            for (int number = 0; number < 20; number++) {
                all.add(writer.enqueue(append(UUID.randomUUID())));
            }
            goOn.countDown();
        }
        return all;
    }

    @Test
    void whose_rider_waits_for_what_another_holds_is_told_to_come_again_and_delays_the_others_once()
            throws Exception {
        database.sql()
                .insertInto(FOLLOWER_POSITION)
                .set(FOLLOWER_POSITION.FOLLOWER, "held")
                .set(FOLLOWER_POSITION.POSITION, 0L)
                .execute();
        AtomicInteger tries = new AtomicInteger();
        Rider blocked =
                (tx, last) -> {
                    tries.incrementAndGet();
                    tx.update(FOLLOWER_POSITION)
                            .set(FOLLOWER_POSITION.POSITION, 1L)
                            .where(FOLLOWER_POSITION.FOLLOWER.eq("held"))
                            .execute();
                };
        List<CompletableFuture<Long>> all =
                database.sql()
                        .transactionResult(holding -> {
                            holding.dsl().selectFrom(FOLLOWER_POSITION).forUpdate().execute();
                            return around(blocked);
                        });
        CompletableFuture<Long> held = all.remove(21);
        assertThatThrownBy(() -> LogOutage.join(held)).isInstanceOf(LogUnavailable.class);
        assertThat(tries).hasValue(1);
        assertThat(all.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 41).boxed().toList());
    }

    @Test
    void whose_rider_fails_is_known_at_once_and_hears_its_own_words() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        List<CompletableFuture<Long>> all =
                around((tx, _) -> {
                    tries.incrementAndGet();
                    tx.execute("select 1 / 0");
                });
        CompletableFuture<Long> failed = all.remove(21);
        assertThatThrownBy(() -> LogOutage.join(failed)).hasMessageContaining("division by zero");
        assertThat(tries).hasValue(1);
        assertThat(all.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 41).boxed().toList());
    }

    @Test
    void what_no_program_should_survive_fails_its_batch_and_not_the_writer() {
        try (LogWriter writer = new LogWriter(new WriterConnections(database), _ -> {})) {
            Append broken =
                    new Append(
                            AppendCondition.none(),
                            List.of(),
                            List.of((_, _) -> {
                                throw new StackOverflowError("a rider of its own");
                            }));
            assertThatThrownBy(writer.enqueue(broken)::join)
                    .hasRootCauseInstanceOf(StackOverflowError.class);
            assertThat(writer.enqueue(append(UUID.randomUUID())).join()).isEqualTo(1);
        }
    }
}
