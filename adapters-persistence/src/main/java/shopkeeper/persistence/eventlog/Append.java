package shopkeeper.persistence.eventlog;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/** One waiting append: facts, their condition, and what rides with them. */
final class Append {
    private final AppendCondition condition;
    private final long since;
    private final Set<EventCriterion> criteria;
    private final List<Row> rows;
    private final List<Rider> riders;
    private final CompletableFuture<Long> done = new CompletableFuture<>();

    Append(AppendCondition condition, List<Row> rows, List<Rider> riders) {
        this.condition = condition;
        this.since = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        this.criteria = condition.criteria().flatten();
        this.rows = List.copyOf(rows);
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
            Set<Tag> tags) {}

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

    List<Row> rows() {
        return rows;
    }

    List<Rider> riders() {
        return riders;
    }

    CompletableFuture<Long> done() {
        return done;
    }
}
