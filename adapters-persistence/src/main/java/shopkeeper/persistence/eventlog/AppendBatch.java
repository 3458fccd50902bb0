package shopkeeper.persistence.eventlog;

import static shopkeeper.persistence.schema.generated.Tables.EVENT;
import static shopkeeper.persistence.schema.generated.Tables.LOG_HEAD;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Position;

/** Appends that share one transaction, and what became of each. */
final class AppendBatch {
    private final List<Append> appends;
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable UUID witness;
    private long head;

    private record Verdict(Append append, boolean accepted, long position) {}

    AppendBatch(List<Append> appends) {
        this.appends = appends;
    }

    int size() {
        return appends.size();
    }

    List<AppendBatch> halves() {
        int half = appends.size() / 2;
        return List.of(
                new AppendBatch(appends.subList(0, half)),
                new AppendBatch(appends.subList(half, appends.size())));
    }

    /** Everything but the commit. */
    void write(DSLContext tx) {
        verdicts.clear();
        head = lockHead(tx);
        RecentFacts recent = RecentFacts.since(tx, head, appends);
        Rows rows = new Rows();
        long locked = head;
        for (Append append : appends) {
            if (recent.conflictWith(append)) {
                verdicts.add(new Verdict(append, false, head));
                continue;
            }
            for (Append.Row row : append.rows()) {
                head++;
                rows.add(head, row);
                recent.accepted(head, row);
            }
            verdicts.add(new Verdict(append, true, head));
        }
        witness = rows.ids.isEmpty() ? null : rows.ids.getFirst();
        rows.insert(tx);
        for (Verdict verdict : verdicts) {
            if (verdict.accepted) {
                verdict.append
                        .riders()
                        .forEach(rider -> rider.write(tx, new Position(verdict.position)));
            }
        }
        if (head != locked) {
            tx.update(LOG_HEAD).set(LOG_HEAD.POSITION, head).execute();
        }
    }

    /**
     * After a connection that was lost at commit: whether the commit had happened. The head's lock
     * makes sure that the lost transaction has ended.
     */
    boolean wasCommitted(Connection connection, DSLContext tx) throws SQLException {
        if (witness == null) {
            return false;
        }
        lockHead(tx);
        boolean found = tx.fetchExists(EVENT, EVENT.ID.eq(witness));
        connection.rollback();
        return found;
    }

    /**
     * A statement of its own: locking and checking in one statement would check an old snapshot.
     */
    private static long lockHead(DSLContext tx) {
        OptionalLong position =
                tx
                        .select(LOG_HEAD.POSITION)
                        .from(LOG_HEAD)
                        .forUpdate()
                        .fetch(LOG_HEAD.POSITION)
                        .stream()
                        .mapToLong(Long::longValue)
                        .findFirst();
        return position.orElseThrow(() ->
                new IllegalStateException(
                        "log_head is empty: restore the log from a backup, or repair it"));
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

    /**
     * All facts of a batch as columns: two statements whose text never changes, however many rows
     * there are.
     */
    private static final class Rows {
        private final List<Long> positions = new ArrayList<>();
        private final List<UUID> ids = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<Integer> versions = new ArrayList<>();
        private final List<String> payloads = new ArrayList<>();
        private final List<String> metadata = new ArrayList<>();
        private final List<OffsetDateTime> times = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final List<Long> tagPositions = new ArrayList<>();
        private final List<String> tagNames = new ArrayList<>();

        void add(long position, Append.Row row) {
            positions.add(position);
            ids.add(row.id());
            names.add(row.name());
            versions.add(row.version());
            payloads.add(row.payload());
            metadata.add(row.metadata());
            times.add(row.at());
            for (Tag tag : row.tags()) {
                tags.add(TagText.of(tag));
                tagPositions.add(position);
                tagNames.add(row.name());
            }
        }

        void insert(DSLContext tx) {
            if (positions.isEmpty()) {
                return;
            }
            tx.execute(
                    """
                    insert into event (position, id, name, version, payload, metadata, recorded_at)
                    select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::timestamptz[])\
                    """,
                    longs(positions),
                    ids.toArray(UUID[]::new),
                    texts(names),
                    versions.toArray(Integer[]::new),
                    texts(payloads),
                    texts(metadata),
                    times.toArray(OffsetDateTime[]::new));
            if (!tags.isEmpty()) {
                tx.execute(
                        """
                        insert into event_tag (tag, position, name)
                        select * from unnest(?::text[], ?::bigint[], ?::text[])\
                        """,
                        texts(tags),
                        longs(tagPositions),
                        texts(tagNames));
            }
        }

        private static String[] texts(Collection<String> values) {
            return values.toArray(String[]::new);
        }

        private static Long[] longs(Collection<Long> values) {
            return values.toArray(Long[]::new);
        }
    }
}
