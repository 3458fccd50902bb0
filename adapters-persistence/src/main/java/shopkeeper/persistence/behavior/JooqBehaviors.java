package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.ProductId;

/** Behavior in its own append-only table, one partition a day. */
final class JooqBehaviors implements TrackBehavior {
    /** What is older goes to the partition of old days, so that nobody can make partitions by the thousand. */
    private static final int DAYS_WITH_PARTITION = 40;

    private static final long PARTITIONS_LOCK = 4_711_001;

    private final DSLContext sql;
    private final InstantSource time;
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
        var rows = behaviors.stream()
                .map(behavior -> {
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
                })
                .toList();
        var kept = sql.insertInto(BEHAVIOR)
                .set(rows)
                .onConflictDoNothing()
                .returning(BEHAVIOR.SOURCE, BEHAVIOR.MESSAGE)
                .fetch(row -> new MessageId(row.getSource(), row.getMessage()));
        var duplicates = behaviors.stream().map(Behavior::message).collect(Collectors.toCollection(HashSet::new));
        duplicates.removeAll(new HashSet<>(kept));
        return duplicates;
    }

    private static LocalDate day(Behavior behavior) {
        return behavior.at().effective().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void makePartition(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        if (day.isBefore(today.minusDays(DAYS_WITH_PARTITION)) || day.isAfter(today) || !partitions.add(day)) {
            return;
        }
        try {
            sql.transaction(making -> {
                var tx = making.dsl();
                tx.execute("select pg_advisory_xact_lock({0})", DSL.inline(PARTITIONS_LOCK));
                tx.execute("create table if not exists behavior_%s partition of behavior for values from ('%s') to ('%s')"
                        .formatted(day.toString().replace('-', '_'), day, day.plusDays(1)));
            });
        } catch (RuntimeException e) {
            partitions.remove(day);
            throw e;
        }
    }
}
