package shopkeeper.persistence.feed;

import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.schema.Outage;

/**
 * Effect and position in one transaction, many facts at once; one by one where one of them fails.
 */
final class ProjectionFollower extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionFollower.class);

    private static final long REST_MILLIS = 5;

    private final Projection projection;
    private final Progress progress;

    /**
     * The position this follower wrote or read last; facts that do not concern it move only it on.
     */
    private long stored;

    ProjectionFollower(Projection projection, Surroundings around, Progress progress) {
        super(projection.name(), around);
        this.projection = projection;
        this.progress = progress;
    }

    @Override
    long begin() {
        stored = storedPosition();
        return stored;
    }

    @Override
    long restMillis() {
        return REST_MILLIS;
    }

    @Override
    void seen(long position) {
        progress.report(name(), position);
    }

    @Override
    long follow(long seen, List<LogEntry> entries) {
        long last = entries.getLast().position().value();
        boolean concerned =
                entries.stream().anyMatch(entry -> concerns(projection.follows(), entry));
        if (!concerned && last - stored < Chunks.SIZE) {
            return last;
        }
        try {
            return together(entries);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            return oneByOne(seen, entries);
        }
    }

    private long together(List<LogEntry> entries) {
        stored =
                around.sql()
                        .transactionResult(transaction -> {
                            DSLContext tx = transaction.dsl();
                            long found = lockPosition(tx);
                            if (found != stored) {
                                return found; // another node is further, or somebody set the view
                                // back
                            }
                            tx.batched(together -> apply(entries, together.dsl()));
                            long last = entries.getLast().position().value();
                            storePosition(tx, last);
                            return last;
                        });
        return stored;
    }

    private void apply(List<LogEntry> entries, DSLContext tx) {
        for (LogEntry entry : entries) {
            if (concerns(projection.follows(), entry)) {
                projection.apply(legible(entry).logged(), tx);
            }
        }
    }

    private long oneByOne(long seen, List<LogEntry> entries) {
        long done = seen;
        for (LogEntry entry : entries) {
            done = alone(entry);
            if (done != entry.position().value()) {
                return done;
            }
        }
        return done;
    }

    private long alone(LogEntry entry) {
        try {
            return together(List.of(entry));
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.warn(
                    "{} could not take in the fact at {}: it is parked",
                    name(),
                    entry.position(),
                    e);
            around.sql()
                    .transaction(transaction -> {
                        around.parking().park(transaction.dsl(), name(), entry, e);
                        storePosition(transaction.dsl(), entry.position().value());
                    });
            stored = entry.position().value();
            return stored;
        }
    }

    @Override
    void takeAgain(String follower, LogEntry entry) {
        around.sql()
                .transaction(transaction -> {
                    projection.apply(legible(entry).logged(), transaction.dsl());
                    around.parking().release(transaction.dsl(), follower, entry.position());
                });
    }
}
