package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.persistence.schema.Outage;

/**
 * The only one on this node who appends: takes all that wait, writes them in one transaction,
 * commits once and tells every caller.
 *
 * <p>It owns its connection, so that no caller holds one while waiting.
 */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final int MOST_AT_ONCE = 1_000;
    private static final long MOST_BYTES_AT_ONCE = 8 << 20;
    static final int MOST_WAITING = 20_000;
    private static final long MOST_BYTES_WAITING = 64 << 20;
    private static final int TRIES = 6;
    private static final long PAUSE_MILLIS = 50;
    private static final long PATIENCE_MILLIS = 9_000;

    private final Connections connections;
    private final LongConsumer committed;
    private final long patienceMillis;
    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong bytesWaiting = new AtomicLong();
    private final WriterFigures figures = new WriterFigures(waiting::size);
    private final OwnAppends own = new OwnAppends();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Connection connection;

    /** Where the writer gets a connection of its own. */
    interface Connections {
        Connection open() throws SQLException;

        DSLContext on(Connection connection);

        /**
         * @param rest of a batch, its commit at the end: one way there and back for all of it
         */
        default void commit(PreparedStatement rest) throws SQLException {
            rest.execute();
        }
    }

    /**
     * @param committed hears the head of the log after each commit, on the writer's thread
     */
    LogWriter(Connections connections, LongConsumer committed) {
        this(connections, committed, PATIENCE_MILLIS);
    }

    /**
     * @param patienceMillis after which a caller is told that the log does not answer
     */
    LogWriter(Connections connections, LongConsumer committed, long patienceMillis) {
        this.connections = connections;
        this.committed = committed;
        this.patienceMillis = patienceMillis;
        this.thread = Thread.ofPlatform().name("log-writer").daemon().start(this::run);
    }

    /**
     * Whoever has waited in vain for as long as a request may take is told so; what of it is still
     * waiting then is never written.
     */
    CompletableFuture<Long> enqueue(Append append) {
        if (waiting.size() >= MOST_WAITING || bytesWaiting.get() > MOST_BYTES_WAITING) {
            append.done()
                    .completeExceptionally(new LogUnavailable("too many wait to append", null));
            return append.done();
        }
        bytesWaiting.addAndGet(append.bytes());
        waiting.add(append);
        if (!thread.isAlive()) {
            failWaiting();
        }
        return append.done().orTimeout(patienceMillis, TimeUnit.MILLISECONDS);
    }

    WriterFigures figures() {
        return figures;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0 || !waiting.isEmpty()) {
                Append first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Append> batch = taken(first);
                    if (!batch.isEmpty()) {
                        writeAndGoOn(new AppendBatch(batch));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
            failWaiting();
        }
    }

    /** All that wait, in the order of their coming, as long as they fit in one transaction. */
    private List<Append> taken(Append first) {
        List<Append> batch = new ArrayList<>();
        long bytes = 0;
        @Nullable Append next = first;
        while (next != null) {
            bytesWaiting.addAndGet(-next.bytes());
            // Whose caller has given up is not written any more.
            if (!next.done().isDone()) {
                batch.add(next);
                bytes += next.bytes();
                figures.waited(System.nanoTime() - next.born());
            }
            Append following = waiting.peek();
            boolean fits =
                    following != null
                            && batch.size() < MOST_AT_ONCE
                            && bytes + following.bytes() <= MOST_BYTES_AT_ONCE;
            next = fits ? waiting.poll() : null;
        }
        return batch;
    }

    private void failWaiting() {
        List<Append> left = new ArrayList<>();
        waiting.drainTo(left);
        new AppendBatch(left).fail(new LogUnavailable("the log is closed", null));
    }

    /** Whatever goes wrong with one batch, everybody in it hears so and the next is written. */
    private void writeAndGoOn(AppendBatch batch) throws InterruptedException {
        try {
            write(batch);
        } catch (Error e) {
            LOG.error("A batch could not be written: report this", e);
            disconnect();
            batch.fail(e);
        }
    }

    /**
     * A batch that fails for a reason of its own is halved until the one append is found that
     * nobody can store.
     */
    private void write(AppendBatch batch) throws InterruptedException {
        try {
            writeDespiteOutages(batch);
        } catch (LogUnavailable e) {
            batch.fail(e);
            return;
        } catch (RuntimeException | SQLException e) {
            rollback();
            if (batch.size() == 1) {
                LOG.warn("An append was refused by the database or by what rides with it", e);
                batch.fail(e);
                return;
            }
            for (AppendBatch half : batch.halves()) {
                write(half);
            }
            return;
        }
        batch.facts().forEach(own::add);
        long head = batch.complete();
        figures.wrote(batch.size(), batch.rejected());
        tell(head);
    }

    /** What is committed stays so, whatever those who listen make of it. */
    private void tell(long committedHead) {
        try {
            committed.accept(committedHead);
        } catch (RuntimeException e) {
            LOG.error("A listener of the log failed at {}: report this", committedHead, e);
        }
    }

    private void writeDespiteOutages(AppendBatch batch) throws InterruptedException, SQLException {
        boolean committing = false;
        for (int attempt = 1; ; attempt++) {
            try {
                Connection open = connection();
                DSLContext tx = connections.on(open);
                if (committing && batch.wasCommitted(open, tx)) {
                    return;
                }
                committing = false;
                batch.begin(open, tx, own);
                try (PreparedStatement rest = batch.rest(open)) {
                    committing = true;
                    long begin = System.nanoTime();
                    connections.commit(rest);
                    figures.committed(System.nanoTime() - begin);
                }
                return;
            } catch (RuntimeException | SQLException e) {
                if (!Outage.isBehind(e) && !connectionIsLost()) {
                    throw e;
                }
                disconnect();
                LOG.warn("The log's connection was lost (try {} of {})", attempt, TRIES, e);
                if (attempt == TRIES
                        || closing.await(PAUSE_MILLIS << attempt, TimeUnit.MILLISECONDS)) {
                    throw new LogUnavailable("the log's database cannot be reached", e);
                }
            }
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = connections.open();
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    private boolean connectionIsLost() {
        try {
            return connection == null || !connection.isValid(1);
        } catch (SQLException e) {
            return true;
        }
    }

    private void rollback() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            disconnect();
        }
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A lost connection could not be closed", e);
        } finally {
            connection = null;
        }
    }
}
