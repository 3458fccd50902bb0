package shopkeeper.persistence.eventlog;

import java.sql.PreparedStatement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other nodes how far the log goes, right after a commit and then as often as makes sense.
 *
 * <p>Not within the commit, which all appends wait for: what is not told is asked for, once a
 * second.
 */
final class LogHerald implements LongConsumer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogHerald.class);
    private static final long PAUSE_MILLIS = 5;
    private static final String NOTIFY = "select pg_notify('log_head', ?)";

    private final DSLContext sql;
    private final AtomicLong head = new AtomicLong();
    private final Semaphore news = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    LogHerald(DSLContext sql) {
        this.sql = sql;
        this.thread = Thread.ofVirtual().name("log-herald").start(this::run);
    }

    @Override
    public void accept(long committed) {
        head.set(committed);
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                news.acquire();
                news.drainPermits();
                tell(head.get());
                closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(long position) {
        try {
            sql.connection(connection -> {
                try (PreparedStatement notify = connection.prepareStatement(NOTIFY)) {
                    notify.setString(1, Long.toString(position));
                    notify.execute();
                }
            });
        } catch (RuntimeException e) {
            LOG.debug("Other nodes were not told of {}", position, e);
        }
    }

    /** Whoever was not told any more asks. */
    @Override
    public void close() {
        closing.countDown();
        news.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
