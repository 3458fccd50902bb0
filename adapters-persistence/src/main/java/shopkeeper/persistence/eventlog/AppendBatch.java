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
    private final List<Append> appends;
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable UUID witness;
    private Statements rest = new Statements();
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

    /**
     * Locks, looks and judges; then writes what rides and cannot travel with the rest.
     *
     * @param own what this node appended before, and where the log probably ends
     */
    void begin(Connection connection, DSLContext tx, OwnAppends own) throws SQLException {
        verdicts.clear();
        RecentFacts recent = RecentFacts.lockedAndSeen(connection, own, appends);
        facts = recent.ofThisBatch();
        AppendedRows rows = judge(recent);
        witness = rows.witness();
        Statements last = new Statements();
        rows.addTo(last);
        letRide(tx).addTo(last);
        last.add("commit", List.of());
        rest = last;
    }

    /** All that is left: the rows, what rides by the thousand, and the commit. */
    PreparedStatement rest(Connection connection) throws SQLException {
        return rest.prepared(connection);
    }

    private RowRider.Rows letRide(DSLContext tx) {
        RowRider.Rows rows = new RowRider.Rows();
        for (Verdict verdict : verdicts) {
            if (verdict.accepted) {
                for (Rider rider : verdict.append.riders()) {
                    if (rider instanceof RowRider row) {
                        rows.add(row, verdict.position);
                    } else {
                        rider.write(tx, new Position(verdict.position));
                    }
                }
            }
        }
        return rows;
    }

    private AppendedRows judge(RecentFacts recent) throws SQLException {
        AppendedRows rows = new AppendedRows();
        head = recent.head();
        for (Append append : appends) {
            boolean accepted = !recent.conflictWith(append);
            for (Append.Row row : accepted ? append.rows() : List.<Append.Row>of()) {
                head++;
                rows.add(head, row);
                recent.accepted(head, row);
            }
            verdicts.add(new Verdict(append, accepted, head));
        }
        return rows;
    }

    /**
     * After a connection that was lost at commit: whether the commit had happened. The head's lock
     * makes sure that the lost transaction has ended.
     */
    boolean wasCommitted(Connection connection, DSLContext tx) throws SQLException {
        if (witness == null) {
            return false;
        }
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
