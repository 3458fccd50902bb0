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

/**
 * The only one on this node who appends: takes all that wait, writes them in one transaction,
 * commits once and tells every caller.
 *
 * <p>It owns its connections, so that no caller holds one while waiting.
 */
final class LogWriter implements AutoCloseable {
    private static final int MOST_AT_ONCE = 1_000;
    private static final long MOST_BYTES_AT_ONCE = 8 << 20;

    /** So many are worth a batch beside the one that is being committed; fewer wait for it. */
    static final int ENOUGH = 8;

    static final int MOST_WAITING = 20_000;
    private static final long MOST_BYTES_WAITING = 64 << 20;
    private static final long PAUSE_MILLIS = 100;
    private static final long PATIENCE_MILLIS = 9_000;

    private final Patience patience;
    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong bytesWaiting = new AtomicLong();
    private final WriterFigures figures = new WriterFigures(waiting::size);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final BatchWriter batches;
    private final Thread thread;

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
     * @param committed hears the head of the log after each commit, one after the other
     */
    LogWriter(Connections connections, LongConsumer committed) {
        this(connections, committed, PATIENCE_MILLIS);
    }

    /**
     * @param patienceMillis after which a caller is told that the log does not answer
     */
    LogWriter(Connections connections, LongConsumer committed, long patienceMillis) {
        this.patience = new Patience(patienceMillis);
        this.batches = new BatchWriter(connections, committed, figures, closing);
        this.thread = Thread.ofPlatform().name("log-writer").daemon().start(this::run);
    }

    /**
     * Whoever has waited in vain for as long as a request may take is told so; what of it is still
     * waiting then is never written.
     */
    CompletableFuture<Long> enqueue(Append append) {
        CompletableFuture<Long> counted =
                append.done().whenComplete((_, failure) -> figures.ended(failure));
        if (waiting.size() >= MOST_WAITING || bytesWaiting.get() > MOST_BYTES_WAITING) {
            append.done()
                    .completeExceptionally(new LogUnavailable("too many wait to append", null));
            return counted;
        }
        bytesWaiting.addAndGet(append.bytes());
        waiting.add(append);
        if (!thread.isAlive()) {
            failWaiting();
        }
        patience.watch(append);
        return counted;
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
                if (!enoughWait()) {
                    batches.land();
                }
                Append first = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    writeAll(taken(first));
                }
            }
            batches.land();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            batches.close();
            failWaiting();
        }
    }

    private void writeAll(List<Append> batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            batches.write(new AppendBatch(batch), this::enoughWait);
        }
    }

    private boolean enoughWait() {
        return waiting.size() >= ENOUGH;
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
}
