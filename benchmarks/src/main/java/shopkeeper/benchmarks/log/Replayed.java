package shopkeeper.benchmarks.log;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.Replay;
import shopkeeper.persistence.schema.Database;

/**
 * What a rebuild of a view took.
 *
 * @param firstHalfBytes most that the collector left in use in the first half of it
 * @param secondHalfBytes the same of the second: more only where memory is not flat
 */
record Replayed(double perSecond, long facts, long firstHalfBytes, long secondHalfBytes) {
    private static final int BATCH = 1_000;

    /** The live view is said to have come to the end, so that all of the log is taken in. */
    static Replayed of(Database database, EventLog log, Projection view) {
        long end = log.head().value();
        database.sql()
                .execute(
                        """
                        insert into follower_position (follower, position) values (?, ?)
                        on conflict (follower) do update set position = excluded.position\
                        """,
                        view.name(),
                        end);
        long[] most = new long[2];
        var rebuilt =
                new Replay(
                                database,
                                log,
                                Clock.systemUTC(),
                                view,
                                BATCH,
                                position -> {
                                    int half = position * 2 < end ? 0 : 1;
                                    most[half] = Math.max(most[half], leftInUse());
                                })
                        .swap();
        return new Replayed(rebuilt.perSecond(), rebuilt.upTo(), most[0], most[1]);
    }

    private static long leftInUse() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
