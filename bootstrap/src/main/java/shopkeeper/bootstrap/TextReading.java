package shopkeeper.bootstrap;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.recommendation.RereadTexts;

/**
 * Reads what products are called soon after it changed, in a thread of its own: a new product has
 * others like it in seconds. In a large shop reading takes seconds itself, and is done less often.
 */
final class TextReading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TextReading.class);
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Of its time this thread spends at most one part of so many with reading. */
    private static final int PARTS = 10;

    private final RereadTexts texts;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("text-reading").daemon().factory());

    TextReading(RereadTexts texts) {
        this.texts = texts;
        next(Duration.ZERO);
    }

    private void next(Duration pause) {
        if (!thread.isShutdown()) {
            var _ = thread.schedule(this::read, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Whatever it throws, want of memory too, it is read again; at the end it is interrupted. */
    private void read() {
        long began = System.nanoTime();
        try {
            texts.whenChanged();
        } catch (RuntimeException | Error e) {
            if (!thread.isShutdown()) {
                LOG.error(
                        "texts of products could not be read, the old ones stay: {}", e.toString());
            }
        } finally {
            next(pauseAfter(Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    static Duration pauseAfter(Duration reading) {
        var rest = reading.multipliedBy(PARTS);
        var most = rest.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : rest;
        return most.compareTo(PACE) < 0 ? PACE : most;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
