package shopkeeper.persistence.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.schema.Outage;

/**
 * Takes facts into a view: effect and position in one transaction, many facts at once; where one of
 * them fails, halved until it is found and parked.
 */
final class ViewIntake {
    private static final Logger LOG = LoggerFactory.getLogger(ViewIntake.class);

    private final Projection view;
    private final EventLog log;
    private final ParkingLot parking;
    private final DSLContext sql;
    private final Row row;
    private long stored;

    /** Where it is kept how far the view has come. */
    interface Row {
        /** Holds it until the end of the transaction. */
        Standing lock(DSLContext tx);

        void store(DSLContext tx, long position);
    }

    ViewIntake(Projection view, EventLog log, ParkingLot parking, DSLContext sql, Row row) {
        this.view = view;
        this.log = log;
        this.parking = parking;
        this.sql = sql;
        this.row = row;
    }

    void begin(long position) {
        stored = position;
    }

    /**
     * The position that was written or read last; facts that do not concern the view do not move
     * it.
     */
    long stored() {
        return stored;
    }

    boolean concerns(LogEntry entry) {
        return Follower.concerns(view.follows(), entry);
    }

    /**
     * Where the view is afterwards: at the end, unless somebody set it elsewhere.
     *
     * @param upTo where they end, or beyond what does not concern the view
     */
    long take(List<LogEntry> entries, long upTo) {
        try {
            return together(entries, upTo);
        } catch (RuntimeException e) {
            if (e instanceof ClaimLost || Outage.isBehind(e) || entries.isEmpty()) {
                throw e;
            }
            if (entries.size() == 1) {
                return park(entries.getFirst(), upTo, e);
            }
        }
        List<LogEntry> half = entries.subList(0, entries.size() / 2);
        long middle = half.getLast().position().value();
        long done = take(half, middle);
        return done == middle ? take(entries.subList(half.size(), entries.size()), upTo) : done;
    }

    private long together(List<LogEntry> entries, long upTo) {
        stored =
                sql.transactionResult(transaction -> {
                    DSLContext tx = transaction.dsl();
                    Standing standing = row.lock(tx);
                    if (standing.position() != stored) {
                        return standing.position();
                    }
                    tx.batched(together -> apply(entries, standing, together.dsl()));
                    row.store(tx, upTo);
                    return upTo;
                });
        return stored;
    }

    private void apply(List<LogEntry> entries, Standing standing, DSLContext tx) {
        ViewRows.change(
                tx,
                rows -> {
                    for (LogEntry entry : entries) {
                        if (concerns(entry) && !isParkedBehind(entry, standing, tx)) {
                            view.apply(Follower.legible(entry).logged(), rows);
                        }
                    }
                });
    }

    private boolean isParkedBehind(LogEntry entry, Standing standing, DSLContext tx) {
        if (standing.parked().isEmpty()) {
            return false;
        }
        Set<String> sequences = log.tags(entry);
        Optional<Long> ahead = standing.ahead(sequences);
        ahead.ifPresent(first -> {
            parking.parkBehind(tx, view.name(), entry, sequences, first);
            standing.park(first, sequences);
        });
        return ahead.isPresent();
    }

    private long park(LogEntry entry, long upTo, RuntimeException why) {
        LOG.warn(
                "{} could not take in the fact at {}: it is parked",
                view.name(),
                entry.position(),
                why);
        sql.transaction(transaction -> {
            DSLContext tx = transaction.dsl();
            row.lock(tx);
            parking.park(tx, view.name(), entry, log.tags(entry), why);
            row.store(tx, upTo);
        });
        stored = upTo;
        return upTo;
    }
}
