package shopkeeper.persistence.eventlog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the streams that Axon holds open: at once after an append of this node, and within a fifth
 * of a second after one of another. A thread of its own calls them while any is open, so that
 * whatever Axon does then keeps no append waiting.
 */
final class LogStreams implements LongConsumer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogStreams.class);
    private static final long POLL_MILLIS = 200;

    private final LongSupplier head;
    private final List<LogStream> open = new CopyOnWriteArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread waker;

    /**
     * @param head where the log ends now
     */
    LogStreams(LongSupplier head) {
        this.head = head;
    }

    synchronized void opened(LogStream stream) {
        open.add(stream);
        if (waker == null) {
            waker = Thread.ofVirtual().name("log-streams").start(this::run);
        }
    }

    void closed(LogStream stream) {
        open.remove(stream);
        news.release();
    }

    @Override
    public void accept(long committed) {
        if (!open.isEmpty()) {
            news.release();
        }
    }

    /** Nobody is woken any more. */
    @Override
    public void close() {
        open.clear();
        news.release();
    }

    private void run() {
        try {
            long told = -1;
            while (!isOver()) {
                boolean here = news.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
                news.drainPermits();
                long now = here ? told : asked(told);
                if (here || now > told) {
                    open.forEach(LogStreams::wake);
                }
                told = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isOver() {
        if (open.isEmpty()) {
            waker = null;
        }
        return waker == null;
    }

    private long asked(long otherwise) {
        try {
            return head.getAsLong();
        } catch (RuntimeException e) {
            LOG.debug("The head of the log could not be read", e);
            return otherwise;
        }
    }

    /** What one of them does wrong is no other's loss. */
    private static void wake(LogStream stream) {
        try {
            stream.wake();
        } catch (RuntimeException | Error e) {
            LOG.error("Who reads a stream of the log failed when it was told of more", e);
        }
    }
}
