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

    private final Projection projection;
    private final Progress progress;

    ProjectionFollower(Projection projection, Surroundings around, Progress progress) {
        super(projection.name(), around);
        this.projection = projection;
        this.progress = progress;
    }

    @Override
    long begin() {
        return storedPosition();
    }

    @Override
    void seen(long position) {
        progress.report(name(), position);
    }

    @Override
    long follow(long seen, List<LogEntry> entries) {
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
        return around.sql()
                .transactionResult(transaction -> {
                    DSLContext tx = transaction.dsl();
                    long stored = lockPosition(tx);
                    long last = entries.getLast().position().value();
                    if (stored >= last || entries.getFirst().position().value() > stored + 1) {
                        return stored; // another node is further, or somebody set the view back
                    }
                    for (LogEntry entry : entries) {
                        if (entry.position().value() > stored
                                && concerns(projection.follows(), entry)) {
                            projection.apply(legible(entry).logged(), tx);
                        }
                    }
                    storePosition(tx, last);
                    return last;
                });
    }

    private long oneByOne(long seen, List<LogEntry> entries) {
        long done = seen;
        for (LogEntry entry : entries) {
            done = alone(entry);
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
            return entry.position().value();
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
