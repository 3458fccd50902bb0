package shopkeeper.persistence.feed;

import static shopkeeper.persistence.schema.generated.Tables.NODE;
import static shopkeeper.persistence.schema.generated.Tables.PARKED_FACT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import shopkeeper.application.kernel.ParkedFacts.Parked;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.eventlog.UnreadableFact;

/**
 * Where failing facts wait, visible and in the order of the log, and behind each what comes after
 * it in its sequence.
 */
final class ParkingLot {
    private static final String EVERY_NODE = "";
    private static final Field<String> WAITING_FOR_THE_DISK =
            DSL.field("set_config('synchronous_commit', 'on', true)", String.class);

    private final DSLContext sql;
    private final Clock clock;
    private final String node;

    /** A parked fact and what it keeps waiting. */
    record Waiting(String node, Position position, Set<String> sequences) {}

    /**
     * @param node under whose name a memory's facts are parked
     */
    ParkingLot(DSLContext sql, Clock clock, String node) {
        this.sql = sql;
        this.clock = clock;
        this.node = node;
    }

    /** Of a follower whose work is one node's at a time. */
    void park(
            DSLContext tx, String follower, LogEntry entry, Set<String> sequences, Throwable why) {
        insert(tx, follower, EVERY_NODE, entry, sequences, reason(why), 1);
    }

    /** Of a memory, which every node has for itself. */
    void parkHere(String memory, LogEntry entry, Throwable why) {
        insert(sql, memory, node, entry, Set.of(), reason(why), 1);
    }

    /** A fact that nobody tried: an earlier one of its sequence waits. */
    void parkBehind(
            DSLContext tx, String follower, LogEntry entry, Set<String> sequences, long first) {
        insert(
                tx,
                follower,
                EVERY_NODE,
                entry,
                sequences,
                "comes after the parked fact at " + first,
                0);
    }

    private void insert(
            DSLContext tx,
            String follower,
            String whose,
            LogEntry entry,
            Set<String> sequences,
            String reason,
            int attempts) {
        OffsetDateTime now = now();
        // Nothing else tells of it: it must be on the disk before its follower goes on.
        tx.select(WAITING_FOR_THE_DISK).fetch();
        tx.insertInto(PARKED_FACT)
                .set(PARKED_FACT.FOLLOWER, follower)
                .set(PARKED_FACT.NODE, whose)
                .set(PARKED_FACT.POSITION, entry.position().value())
                .set(PARKED_FACT.NAME, entry.name())
                .set(PARKED_FACT.SEQUENCES, sequences.toArray(String[]::new))
                .set(PARKED_FACT.REASON, reason)
                .set(PARKED_FACT.FIRST_AT, now)
                .set(PARKED_FACT.LAST_AT, now)
                .set(PARKED_FACT.ATTEMPTS, attempts)
                .onConflict(PARKED_FACT.FOLLOWER, PARKED_FACT.NODE, PARKED_FACT.POSITION)
                .doUpdate()
                .set(PARKED_FACT.REASON, reason)
                .set(PARKED_FACT.LAST_AT, now)
                .set(PARKED_FACT.ATTEMPTS, PARKED_FACT.ATTEMPTS.plus(attempts))
                .execute();
    }

    void failedAgain(String follower, Waiting fact, Throwable why) {
        sql.update(PARKED_FACT)
                .set(PARKED_FACT.REASON, reason(why))
                .set(PARKED_FACT.LAST_AT, now())
                .set(PARKED_FACT.ATTEMPTS, PARKED_FACT.ATTEMPTS.plus(1))
                .where(is(follower, fact.node(), fact.position()))
                .execute();
    }

    /** False when it was not parked any more. */
    boolean release(DSLContext tx, String follower, Position position) {
        return tx.deleteFrom(PARKED_FACT).where(is(follower, EVERY_NODE, position)).execute() == 1;
    }

    void releaseHere(String memory, Position position) {
        sql.deleteFrom(PARKED_FACT).where(is(memory, node, position)).execute();
    }

    /** What memories of nodes that are no more could not remember. */
    void forgetGoneNodes() {
        sql.deleteFrom(PARKED_FACT)
                .where(
                        PARKED_FACT.NODE.ne(EVERY_NODE),
                        PARKED_FACT.NODE.notIn(DSL.select(NODE.NAME).from(NODE)))
                .execute();
    }

    /**
     * In the order of the log, as far as this node can do something about it.
     *
     * @param after the position that those come after
     */
    List<Waiting> waiting(String follower, long after) {
        return sql.select(PARKED_FACT.NODE, PARKED_FACT.POSITION, PARKED_FACT.SEQUENCES)
                .from(PARKED_FACT)
                .where(
                        PARKED_FACT.FOLLOWER.eq(follower),
                        PARKED_FACT.NODE.in(EVERY_NODE, node),
                        PARKED_FACT.POSITION.gt(after))
                .orderBy(PARKED_FACT.POSITION)
                .fetch(row ->
                        new Waiting(
                                row.value1(), new Position(row.value2()), Set.of(row.value3())));
    }

    /** Sequence by sequence, the first parked fact of a follower. */
    Map<String, Long> sequences(DSLContext tx, String follower) {
        Map<String, Long> first = new TreeMap<>();
        tx.select(PARKED_FACT.POSITION, PARKED_FACT.SEQUENCES)
                .from(PARKED_FACT)
                .where(PARKED_FACT.FOLLOWER.eq(follower), PARKED_FACT.NODE.eq(EVERY_NODE))
                .orderBy(PARKED_FACT.POSITION)
                .forEach(row -> {
                    for (String sequence : row.value2()) {
                        first.putIfAbsent(sequence, row.value1());
                    }
                });
        return first;
    }

    List<Parked> all() {
        return sql.selectFrom(PARKED_FACT)
                .orderBy(PARKED_FACT.FOLLOWER, PARKED_FACT.POSITION, PARKED_FACT.NODE)
                .fetch(row ->
                        new Parked(
                                row.getFollower(),
                                row.getNode(),
                                new Position(row.getPosition()),
                                row.getName(),
                                row.getReason(),
                                row.getFirstAt().toInstant(),
                                row.getLastAt().toInstant(),
                                row.getAttempts()));
    }

    /** How many each follower has. */
    Map<String, Integer> counts() {
        return sql.select(PARKED_FACT.FOLLOWER, DSL.count())
                .from(PARKED_FACT)
                .groupBy(PARKED_FACT.FOLLOWER)
                .fetchMap(PARKED_FACT.FOLLOWER, DSL.count());
    }

    private static Condition is(String follower, String node, Position position) {
        return PARKED_FACT
                .FOLLOWER
                .eq(follower)
                .and(PARKED_FACT.NODE.eq(node))
                .and(PARKED_FACT.POSITION.eq(position.value()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
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
