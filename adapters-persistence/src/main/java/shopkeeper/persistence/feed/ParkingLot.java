package shopkeeper.persistence.feed;

import static shopkeeper.persistence.schema.generated.Tables.PARKED_FACT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import shopkeeper.application.kernel.ParkedFacts.Parked;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.eventlog.UnreadableFact;

/** Where failing facts wait, visible and in the order of the log. */
final class ParkingLot {
    private final DSLContext sql;
    private final Clock clock;

    ParkingLot(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void park(DSLContext tx, String follower, LogEntry entry, Throwable why) {
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        tx.insertInto(PARKED_FACT)
                .set(PARKED_FACT.FOLLOWER, follower)
                .set(PARKED_FACT.POSITION, entry.position().value())
                .set(PARKED_FACT.NAME, entry.name())
                .set(PARKED_FACT.REASON, reason(why))
                .set(PARKED_FACT.FIRST_AT, now)
                .set(PARKED_FACT.LAST_AT, now)
                .set(PARKED_FACT.ATTEMPTS, 1)
                .onConflict(PARKED_FACT.FOLLOWER, PARKED_FACT.POSITION)
                .doUpdate()
                .set(PARKED_FACT.REASON, reason(why))
                .set(PARKED_FACT.LAST_AT, now)
                .set(PARKED_FACT.ATTEMPTS, PARKED_FACT.ATTEMPTS.plus(1))
                .execute();
    }

    void release(DSLContext tx, String follower, Position position) {
        tx.deleteFrom(PARKED_FACT)
                .where(PARKED_FACT.FOLLOWER.eq(follower), PARKED_FACT.POSITION.eq(position.value()))
                .execute();
    }

    void forget(Collection<String> followers) {
        sql.deleteFrom(PARKED_FACT).where(PARKED_FACT.FOLLOWER.in(followers)).execute();
    }

    List<Position> waiting(String follower) {
        return sql.select(PARKED_FACT.POSITION)
                .from(PARKED_FACT)
                .where(PARKED_FACT.FOLLOWER.eq(follower))
                .orderBy(PARKED_FACT.POSITION)
                .fetch(row -> new Position(row.value1()));
    }

    List<Parked> all() {
        return sql.selectFrom(PARKED_FACT)
                .orderBy(PARKED_FACT.FOLLOWER, PARKED_FACT.POSITION)
                .fetch(row ->
                        new Parked(
                                row.getFollower(),
                                new Position(row.getPosition()),
                                row.getName(),
                                row.getReason(),
                                row.getFirstAt().toInstant(),
                                row.getLastAt().toInstant(),
                                row.getAttempts()));
    }

    /** The message of an exception from outside may quote the fact, so only our own is kept. */
    private static String reason(Throwable why) {
        StackTraceElement[] trace = why.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return why instanceof UnreadableFact
                ? String.valueOf(why.getMessage())
                : why.getClass().getName() + where;
    }
}
