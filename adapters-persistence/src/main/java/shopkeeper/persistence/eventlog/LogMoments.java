package shopkeeper.persistence.eventlog;

import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Finds moments in the log, in which clocks that differ may have written. */
final class LogMoments {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final int LONGER = 4;
    private static final int AHEAD = 1_000;

    /**
     * An expression, for PostgreSQL would seek the greatest of a bare column from the log's end on
     * instead of asking the index on when things were recorded.
     */
    private static final Field<Long> LAST = DSL.max(EVENT.POSITION.plus(0));

    private final DSLContext sql;

    LogMoments(DSLContext sql) {
        this.sql = sql;
    }

    /** The last position that was recorded then or before; 0 where none was. */
    long last(Instant moment) {
        // The log keeps microseconds; a rounded one could lie later than asked.
        OffsetDateTime at = moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        Long found = null;
        for (Duration window = SHORTEST;
                found == null && window.compareTo(LONGEST) < 0;
                window = window.multipliedBy(LONGER)) {
            found = last(EVENT.RECORDED_AT.gt(at.minus(window)).and(EVENT.RECORDED_AT.le(at)));
        }
        if (found == null) {
            found = last(EVENT.RECORDED_AT.le(at));
        }
        return found == null ? 0 : furtherOn(found, at);
    }

    /** A slower clock may have said the same time, or an earlier one, a little further on. */
    private long furtherOn(long found, OffsetDateTime at) {
        long last = found;
        Long next = found;
        while (next != null) {
            last = next;
            next =
                    last(
                            EVENT.POSITION
                                    .gt(last)
                                    .and(EVENT.POSITION.le(last + AHEAD))
                                    .and(EVENT.RECORDED_AT.le(at)));
        }
        return last;
    }

    /** When that position was recorded; the epoch where nothing stands. */
    Instant of(long position) {
        OffsetDateTime at =
                sql.select(EVENT.RECORDED_AT)
                        .from(EVENT)
                        .where(EVENT.POSITION.eq(position))
                        .fetchOne(EVENT.RECORDED_AT);
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private @Nullable Long last(Condition among) {
        return sql.select(LAST).from(EVENT).where(among).fetchOne(0, Long.class);
    }
}
