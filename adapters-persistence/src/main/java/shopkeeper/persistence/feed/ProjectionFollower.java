package shopkeeper.persistence.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.schema.Outage;

/**
 * Effect and position in one transaction, many facts at once; where one of them fails, halved until
 * it is found.
 */
final class ProjectionFollower extends ClaimedFollower {
    private static final long REST_MILLIS = 5;
    private static final long LOOK_MILLIS = 20;

    private final Projection projection;
    private final Progress progress;

    /**
     * The position this follower wrote or read last; facts that do not concern it move only it on.
     */
    private long stored;

    /** How far the view is known to be while another node does the work. */
    private long looked;

    ProjectionFollower(Projection projection, Surroundings around, Progress progress) {
        super(projection.name(), around);
        this.projection = projection;
        this.progress = progress;
    }

    @Override
    long begin() {
        stored = claimedPosition();
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
        return halving(entries);
    }

    private long halving(List<LogEntry> entries) {
        try {
            return together(entries);
        } catch (RuntimeException e) {
            if (e instanceof ClaimLost || Outage.isBehind(e)) {
                throw e;
            }
            if (entries.size() == 1) {
                parkAndGoOn(entries.getFirst(), e);
                stored = entries.getFirst().position().value();
                return stored;
            }
        }
        int half = entries.size() / 2;
        long done = halving(entries.subList(0, half));
        return done == entries.get(half - 1).position().value()
                ? halving(entries.subList(half, entries.size()))
                : done;
    }

    private long together(List<LogEntry> entries) {
        stored =
                around.sql()
                        .transactionResult(transaction -> {
                            DSLContext tx = transaction.dsl();
                            Standing standing = lock(tx);
                            if (standing.position() != stored) {
                                return standing.position(); // somebody set the view elsewhere
                            }
                            tx.batched(together -> apply(entries, standing, together.dsl()));
                            long last = entries.getLast().position().value();
                            storePosition(tx, last);
                            return last;
                        });
        return stored;
    }

    private void apply(List<LogEntry> entries, Standing standing, DSLContext tx) {
        for (LogEntry entry : entries) {
            if (concerns(projection.follows(), entry) && !isParkedBehind(entry, standing, tx)) {
                projection.apply(legible(entry).logged(), tx);
            }
        }
    }

    private boolean isParkedBehind(LogEntry entry, Standing standing, DSLContext tx) {
        if (standing.parked().isEmpty()) {
            return false;
        }
        Set<String> sequences = sequences(entry);
        Optional<Long> ahead = standing.ahead(sequences);
        ahead.ifPresent(first -> {
            around.parking().parkBehind(tx, name(), entry, sequences, first);
            standing.park(first, sequences);
        });
        return ahead.isPresent();
    }

    /**
     * What another node has done with the view counts here too, and what does not concern the view
     * needs nobody.
     */
    @Override
    void standBy() throws InterruptedException {
        looked = unconcerned(looked == 0 ? position() : looked);
        if (looked < around.watch().head()) {
            long before = looked;
            looked = unconcerned(Math.max(looked, position()));
            if (looked == before) {
                around.watch().pause(LOOK_MILLIS);
            }
        }
        seen(looked);
        around.watch().awaitBeyond(looked, () -> isMine() || hasOtherWork());
    }

    @Override
    void lost(ClaimLost how) {
        looked = stored;
        super.lost(how);
    }

    /** Where the view is at least, given that it is here. */
    private long unconcerned(long position) {
        long at = position;
        List<LogEntry> entries = around.chunks().after(at);
        while (!entries.isEmpty()) {
            for (LogEntry entry : entries) {
                if (concerns(projection.follows(), entry)) {
                    return at;
                }
                at = entry.position().value();
            }
            entries = around.chunks().after(at);
        }
        return at;
    }

    @Override
    void takeAgain(String follower, LogEntry entry) {
        around.sql()
                .transaction(transaction -> {
                    DSLContext tx = transaction.dsl();
                    lockOnAnyNode(tx);
                    mustBeReleased(tx, entry.position());
                    projection.apply(legible(entry).logged(), tx);
                });
    }
}
