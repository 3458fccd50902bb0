package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.persistence.schema.generated.tables.records.BehaviorRecord;

/** Behavior in its own append-only table, one partition a day. */
final class JooqBehaviors implements TrackBehavior {
    /**
     * What is older goes to the partition of old days, so that nobody can make partitions by the
     * thousand.
     */
    private static final int DAYS_WITH_PARTITION = 40;

    private static final long PARTITIONS_LOCK = 4_711_001;

    private static final String CHECK_VIOLATION = "23514";

    /**
     * Two batches with the same messages insert them in one order, else each would wait for the
     * other.
     */
    private static final Comparator<Behavior> SAME_ORDER =
            Comparator.<Behavior, String>comparing(behavior -> behavior.message().source())
                    .thenComparing(behavior -> behavior.message().id())
                    .thenComparing(JooqBehaviors::day);

    private final DSLContext sql;
    private final InstantSource time;
    private final Lock partitioning = new ReentrantLock();
    private final Set<LocalDate> partitions = ConcurrentHashMap.newKeySet();

    JooqBehaviors(DSLContext sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    @Override
    public Set<MessageId> track(List<Behavior> behaviors) {
        if (behaviors.isEmpty()) {
            return Set.of();
        }
        behaviors.stream().map(JooqBehaviors::day).distinct().forEach(this::makePartition);
        var rows = behaviors.stream().sorted(SAME_ORDER).map(this::row).toList();
        var kept =
                sql.insertInto(BEHAVIOR)
                        .set(rows)
                        .onConflictDoNothing()
                        .returning(BEHAVIOR.SOURCE, BEHAVIOR.MESSAGE)
                        .fetch(row -> new MessageId(row.getSource(), row.getMessage()));
        var known =
                behaviors.stream()
                        .map(Behavior::message)
                        .collect(Collectors.toCollection(ArrayList::new));
        kept.forEach(known::remove);
        return Set.copyOf(known);
    }

    private BehaviorRecord row(Behavior behavior) {
        var row = sql.newRecord(BEHAVIOR);
        row.setSource(behavior.message().source());
        row.setMessage(behavior.message().id());
        row.setDay(day(behavior));
        row.setCustomer(behavior.customer().value());
        row.setKind(behavior.kind().name());
        behavior.product().map(ProductId::value).ifPresent(row::setProduct);
        row.setChannel(behavior.via().channel().name());
        row.setTouchpoint(behavior.via().touchpoint());
        row.setOccurredAt(behavior.at().effective().atOffset(ZoneOffset.UTC));
        row.setReceivedAt(behavior.at().received().atOffset(ZoneOffset.UTC));
        return row;
    }

    private static LocalDate day(Behavior behavior) {
        return behavior.at().effective().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void makePartition(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        if (partitions.contains(day)
                || day.isBefore(today.minusDays(DAYS_WITH_PARTITION))
                || day.isAfter(today)) {
            return;
        }
        // Whoever comes meanwhile waits: their row would go to the old days and keep the partition
        // from being made.
        partitioning.lock();
        try {
            if (!partitions.contains(day)) {
                create(day);
                partitions.add(day);
            }
        } finally {
            partitioning.unlock();
        }
    }

    private void create(LocalDate day) {
        try {
            sql.transaction(making -> {
                var tx = making.dsl();
                tx.execute("select pg_advisory_xact_lock({0})", DSL.inline(PARTITIONS_LOCK));
                tx.execute(
                        "create table if not exists behavior_%s partition of behavior for values from ('%s') to ('%s')"
                                .formatted(day.toString().replace('-', '_'), day, day.plusDays(1)));
            });
        } catch (DataAccessException e) {
            // The clock was set back and the day is among the old ones already: there it stays.
            if (!CHECK_VIOLATION.equals(e.sqlState())) {
                throw e;
            }
        }
    }
}
