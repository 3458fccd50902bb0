package shopkeeper.benchmarks.log;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.consent.ConsentPersistence;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Feed;
import shopkeeper.persistence.schema.Database;

/** How long after its acknowledgement a word stands in the view that a projection writes. */
final class Projected {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CATCHING_UP = Duration.ofMinutes(10);

    private Projected() {}

    /**
     * @param perSecond words, each due at its own moment whether the others are done or not
     * @return microseconds
     */
    static Histogram lag(
            Database database, EventLog log, int perSecond, Duration warmUp, Duration time)
            throws InterruptedException {
        var lag = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
        var commands = new Commands(log, database, "c-");
        try (var feed =
                        Feed.start(
                                database,
                                log,
                                Clock.systemUTC(),
                                List.of(),
                                List.of(ConsentPersistence.projection()),
                                List.of());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            if (!feed.awaitReady(CATCHING_UP)) {
                throw new IllegalStateException("what was there before is not projected yet");
            }
            long start = System.nanoTime();
            long measuring = start + warmUp.toNanos();
            long all = perSecond * (warmUp.toSeconds() + time.toSeconds());
            for (long number = 0; number < all; number++) {
                long due = start + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                threads.execute(() -> {
                    Position position = commands.sayAnything();
                    long acknowledged = System.nanoTime();
                    if (feed.await(position, PATIENCE) && due >= measuring) {
                        lag.recordValue((System.nanoTime() - acknowledged) / 1_000);
                    }
                });
            }
        }
        if (lag.getTotalCount() < perSecond * time.toSeconds()) {
            throw new IllegalStateException(
                    "only %d words were seen projected".formatted(lag.getTotalCount()));
        }
        return lag;
    }
}
