package shopkeeper.persistence.eventlog;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/** One waiting append: facts, their condition, and what rides with them. */
final class Append implements Patience.Waiting {
    private final AppendCondition condition;
    private final long since;
    private final Set<EventCriterion> criteria;
    private final Set<Tag> unseen;
    private final List<Row> rows;
    private final long bytes;
    private final List<Rider> riders;
    private final long born = System.nanoTime();
    private final CompletableFuture<Long> done = new CompletableFuture<>();

    Append(AppendCondition condition, List<Row> rows, List<Rider> riders) {
        this(condition, Set.of(), rows, riders);
    }

    /**
     * @param unseen no fact at all may have one of these tags
     */
    Append(AppendCondition condition, Set<Tag> unseen, List<Row> rows, List<Rider> riders) {
        this.condition = condition;
        this.since = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        this.criteria = condition.criteria().flatten();
        this.unseen = Set.copyOf(unseen);
        this.rows = List.copyOf(rows);
        this.bytes = rows.stream().mapToLong(Row::bytes).sum();
        this.riders = List.copyOf(riders);
    }

    /** One fact as it will be stored, but for its position. */
    record Row(
            UUID id,
            String name,
            String version,
            String payload,
            String metadata,
            OffsetDateTime at,
            Set<Tag> tags) {
        private long bytes() {
            return (long) payload.length() + metadata.length();
        }
    }

    AppendCondition condition() {
        return condition;
    }

    boolean isConditional() {
        return since != Long.MAX_VALUE;
    }

    /** A fact after this position that matches the criteria rejects the append. */
    long since() {
        return since;
    }

    /** Empty means: any fact. */
    Set<EventCriterion> criteria() {
        return criteria;
    }

    /** A fact with one of these, wherever it stands, rejects the append. */
    Set<Tag> unseen() {
        return unseen;
    }

    /** When it was made, by the clock of {@link System#nanoTime}. */
    long born() {
        return born;
    }

    /** How much text it brings. */
    long bytes() {
        return bytes;
    }

    List<Row> rows() {
        return rows;
    }

    List<Rider> riders() {
        return riders;
    }

    CompletableFuture<Long> done() {
        return done;
    }

    @Override
    public boolean isOver() {
        return done.isDone();
    }

    @Override
    public void giveUp() {
        done.completeExceptionally(new TimeoutException());
    }
}
