package shopkeeper.persistence.feed;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.persistence.eventlog.EventLog;

/**
 * Knows how far the log has come: at once for appends of this node and, while the database tells,
 * for those of others; otherwise by asking five times a second.
 */
final class HeadWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final long POLL_MILLIS = 200;
    private static final long SELDOM_MILLIS = 1_000;

    private final EventLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread poller;
    private long head;
    private boolean closed;
    private volatile boolean told;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile LongConsumer listener = _ -> {};

    HeadWatch(EventLog log) {
        this.log = log;
        this.head = log.head().value();
        log.onAppend(this::advance);
        this.poller = Thread.ofVirtual().name("feed-head").start(this::poll);
    }

    /** Is told of every new head, before anybody goes on. */
    void onAdvance(LongConsumer told) {
        listener = told;
    }

    long head() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the log has come further, there is other work, or the watch is closed. */
    void awaitBeyond(long position, BooleanSupplier otherWork) throws InterruptedException {
        awaitUntil(() -> head > position || otherWork.getAsBoolean());
    }

    /** Waits until it is so, or the watch is closed. */
    void awaitUntil(BooleanSupplier it) throws InterruptedException {
        lock.lock();
        try {
            while (!closed && !it.getAsBoolean()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes everybody who waits, to look again. */
    void nudge() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Pauses before another try; ends early on close. */
    void pause(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the database tells of appends just now, so that asking is a precaution only. */
    void isTold(boolean now) {
        told = now;
    }

    boolean isTold() {
        return told;
    }

    /** This node has a new connection: the database may have forgotten what it was told last. */
    void connectedAnew() {
        connections.incrementAndGet();
        nudge();
    }

    /** How often this node has connected so far. */
    int connections() {
        return connections.get();
    }

    /** The log has come to here. */
    void advance(long to) {
        lock.lock();
        try {
            if (to > head) {
                listener.accept(to);
                head = to;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void poll() {
        try {
            while (!isClosed()) {
                pause(POLL_MILLIS);
                for (long waited = POLL_MILLIS;
                        told && waited < SELDOM_MILLIS;
                        waited += POLL_MILLIS) {
                    pause(POLL_MILLIS);
                }
                ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try {
            advance(log.head().value());
        } catch (RuntimeException e) {
            LOG.debug("The head of the log could not be read", e);
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            poller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
