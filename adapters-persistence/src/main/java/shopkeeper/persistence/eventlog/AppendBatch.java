package shopkeeper.persistence.eventlog;

import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Position;

/** Appends that share one transaction, and what became of each. */
final class AppendBatch {
    /** All appends wait while somebody rides: nobody waits long for a row that another holds. */
    private static final String BRIEFLY = "set local lock_timeout = '1s'";

    private final List<Append> appends;
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable UUID witness;
    private Statements rows = new Statements();
    private Statements end = new Statements();
    private long transaction;
    private boolean ahead;
    private List<RecentFact> facts = List.of();
    private long head;

    private record Verdict(Append append, boolean accepted, long position) {}

    AppendBatch(List<Append> appends) {
        this.appends = appends;
    }

    int size() {
        return appends.size();
    }

    /** How many of them a condition has kept out. */
    int rejected() {
        return (int) verdicts.stream().filter(verdict -> !verdict.accepted).count();
    }

    List<AppendBatch> halves() {
        int half = appends.size() / 2;
        return List.of(
                new AppendBatch(appends.subList(0, half)),
                new AppendBatch(appends.subList(half, appends.size())));
    }

    AppendBatch without(Append one) {
        return new AppendBatch(appends.stream().filter(append -> append != one).toList());
    }

    /**
     * Locks, looks and judges; then writes what rides and cannot travel with the rest.
     *
     * @param own what this node appended before, and where the log probably ends
     */
    void begin(Connection connection, DSLContext tx, OwnAppends own) throws SQLException {
        RecentFacts recent = RecentFacts.lockedAndSeen(connection, own, appends);
        AppendedRows accepted = judge(recent);
        rows = new Statements();
        accepted.addTo(rows);
        letTheOthersRide(tx);
        rowsThatRide().addTo(rows);
        end = new Statements();
        if (head != recent.head()) {
            end.add("update log_head set position = ?", List.of(head));
        }
        end.add("commit", List.of());
        ahead = false;
    }

    /** Whether it asks for facts by their tags only, and all of it may be written early. */
    boolean canGoAhead() {
        return appends.stream().allMatch(AppendBatch::canGoAhead);
    }

    private static boolean canGoAhead(Append append) {
        boolean byTag =
                !append.isConditional()
                        || (!append.criteria().isEmpty()
                                && append.criteria().stream().noneMatch(it -> it.tags().isEmpty()));
        return byTag && append.riders().stream().allMatch(RowRider.class::isInstance);
    }

    /**
     * Judges and writes the rows without the head's lock, at the positions they have if the log
     * ends where this node left it. Whether it does is found out at the commit, which fails if not.
     */
    void writeAhead(Connection connection, long key, OwnAppends own) throws SQLException {
        RecentFacts recent = RecentFacts.seenAhead(connection, own, appends);
        ahead = true;
        rows = new Statements();
        judge(recent).addTo(rows);
        rowsThatRide().addTo(rows);
        writeRows(connection, key);
        end = new Statements();
        // Nobody is waited for who holds the head: he may be waiting for these positions.
        end.add("select from log_head for update nowait", List.of());
        end.add(
                "update log_head set position = case when position = ? then ? end",
                List.of(recent.head(), head));
        end.add("commit", List.of());
    }

    boolean isAhead() {
        return ahead;
    }

    /**
     * What is left then are the head and the commit.
     *
     * @param key of the transaction, so that its end can be waited for
     */
    void writeRows(Connection connection, long key) throws SQLException {
        Statements named = new Statements();
        named.add(RecentFacts.NAME, List.of(key));
        transaction = key;
        try (PreparedStatement all = named.and(rows).prepared(connection)) {
            all.execute();
        }
        rows = new Statements();
    }

    /** All that is left: the rows, what rides by the thousand, the head and the commit. */
    PreparedStatement rest(Connection connection) throws SQLException {
        return rows.and(end).prepared(connection);
    }

    private RowRider.Rows rowsThatRide() {
        RowRider.Rows rows = new RowRider.Rows();
        for (Verdict verdict : accepted()) {
            for (Rider rider : verdict.append.riders()) {
                if (rider instanceof RowRider row) {
                    rows.add(row, verdict.position);
                }
            }
        }
        return rows;
    }

    /** Each for itself, so that it is known whose rider fails. */
    private void letTheOthersRide(DSLContext tx) {
        boolean limited = false;
        for (Verdict verdict : accepted()) {
            for (Rider rider : verdict.append.riders()) {
                if (rider instanceof RowRider) {
                    continue;
                }
                if (!limited) {
                    tx.execute(BRIEFLY);
                    limited = true;
                }
                try {
                    rider.write(tx, new Position(verdict.position));
                } catch (RuntimeException e) {
                    throw new RiderFailed(verdict.append, e);
                }
            }
        }
    }

    private List<Verdict> accepted() {
        return verdicts.stream().filter(Verdict::accepted).toList();
    }

    private AppendedRows judge(RecentFacts recent) throws SQLException {
        verdicts.clear();
        AppendedRows accepted = new AppendedRows();
        head = recent.head();
        for (Append append : appends) {
            boolean stands = !recent.conflictWith(append);
            for (Append.Row row : stands ? append.rows() : List.<Append.Row>of()) {
                head++;
                accepted.add(head, row);
                recent.accepted(head, row);
            }
            verdicts.add(new Verdict(append, stands, head));
        }
        facts = recent.ofThisBatch();
        witness = accepted.witness();
        return accepted;
    }

    /**
     * After a connection that was lost at commit: whether the commit had happened. The head's lock,
     * and the name of a transaction that did not hold it yet, make sure that it has ended.
     */
    boolean wasCommitted(Connection connection, DSLContext tx) throws SQLException {
        if (witness == null) {
            return false;
        }
        RecentFacts.name(connection, transaction);
        RecentFacts.lockHead(connection);
        boolean found = tx.fetchExists(EVENT, EVENT.ID.eq(witness));
        connection.rollback();
        return found;
    }

    /** What it added to the log, once it is committed. */
    List<RecentFact> facts() {
        return facts;
    }

    /**
     * @return the head of the log after this batch
     */
    long complete() {
        for (Verdict verdict : verdicts) {
            if (verdict.accepted) {
                verdict.append.done().complete(verdict.position);
            } else {
                verdict.append
                        .done()
                        .completeExceptionally(
                                AppendEventsTransactionRejectedException.conflictingEventsDetected(
                                        verdict.append.condition().consistencyMarker()));
            }
        }
        return head;
    }

    void fail(Throwable cause) {
        appends.forEach(append -> append.done().completeExceptionally(cause));
    }
}
