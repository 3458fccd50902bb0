package shopkeeper.persistence.feed;

import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;
import static shopkeeper.persistence.schema.generated.Tables.PARKED_FACT;

import java.util.HashMap;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.LogEntry;

/**
 * One whose work is done by one node at a time: each effect is written under the epoch of the
 * node's claim, and refused once another node has taken over.
 */
abstract class ClaimedFollower extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimedFollower.class);
    private static final Field<String> NOT_WAITING_FOR_THE_DISK =
            DSL.field("set_config('synchronous_commit', 'off', true)", String.class);

    private volatile long epoch;
    private volatile int connection;

    ClaimedFollower(String name, Surroundings around) {
        super(name, around);
        around.claims().want(name);
    }

    @Override
    boolean isMine() {
        return around.claims().epoch(name()).isPresent();
    }

    /** A database that fell may have lost the last commits that nobody made it keep. */
    @Override
    boolean mustBeginAgain() {
        return connection != around.watch().connections();
    }

    @Override
    void standBy() throws InterruptedException {
        around.watch().awaitUntil(() -> isMine() || hasOtherWork());
    }

    @Override
    void lost(ClaimLost how) {
        super.lost(how);
        around.claims().lost(name(), epoch);
    }

    /** Begins under the claim that is held now. */
    long claimedPosition() {
        connection = around.watch().connections();
        epoch = around.claims().epoch(name()).orElseThrow(this::claimLost);
        return around.sql()
                .select(FOLLOWER_POSITION.POSITION)
                .from(FOLLOWER_POSITION)
                .where(FOLLOWER_POSITION.FOLLOWER.eq(name()), FOLLOWER_POSITION.EPOCH.eq(epoch))
                .fetchOptional(FOLLOWER_POSITION.POSITION)
                .orElseThrow(this::claimLost);
    }

    /**
     * The follower's row, held until the end of the transaction, so that the claim cannot change
     * hands before it ends. What this transaction writes can be made again from the log, so its
     * commit need not wait for the disk.
     *
     * @throws ClaimLost when it has changed hands already
     */
    Standing lock(DSLContext tx) {
        return tx.select(FOLLOWER_POSITION.POSITION, hasParked(), NOT_WAITING_FOR_THE_DISK)
                .from(FOLLOWER_POSITION)
                .where(FOLLOWER_POSITION.FOLLOWER.eq(name()), FOLLOWER_POSITION.EPOCH.eq(epoch))
                .forUpdate()
                .fetchOptional()
                .map(row ->
                        new Standing(
                                row.value1(),
                                row.value2()
                                        ? around.parking().sequences(tx, name())
                                        : new HashMap<>()))
                .orElseThrow(this::claimLost);
    }

    /** For what must not be done at the same time as the work, by whichever node. */
    void lockOnAnyNode(DSLContext tx) {
        tx.selectOne()
                .from(FOLLOWER_POSITION)
                .where(FOLLOWER_POSITION.FOLLOWER.eq(name()))
                .forUpdate()
                .execute();
    }

    /** How far whoever does the work has come. */
    long position() {
        return around.sql()
                .select(FOLLOWER_POSITION.POSITION)
                .from(FOLLOWER_POSITION)
                .where(FOLLOWER_POSITION.FOLLOWER.eq(name()))
                .fetchOptional(FOLLOWER_POSITION.POSITION)
                .orElse(0L);
    }

    private Field<Boolean> hasParked() {
        return DSL.field(
                DSL.exists(
                        DSL.selectOne()
                                .from(PARKED_FACT)
                                .where(PARKED_FACT.FOLLOWER.eq(name()), PARKED_FACT.NODE.eq(""))));
    }

    /** In a transaction that holds the row. */
    void storePosition(DSLContext tx, long position) {
        tx.update(FOLLOWER_POSITION)
                .set(FOLLOWER_POSITION.POSITION, position)
                .where(FOLLOWER_POSITION.FOLLOWER.eq(name()))
                .execute();
    }

    /**
     * In the transaction of an append, where nobody counts rows: under another epoch the statement
     * itself fails, for an epoch is never null, and the append with it.
     */
    void ridePosition(DSLContext tx, long position) {
        tx.update(FOLLOWER_POSITION)
                .set(FOLLOWER_POSITION.POSITION, position)
                .set(
                        FOLLOWER_POSITION.EPOCH,
                        DSL.when(FOLLOWER_POSITION.EPOCH.eq(epoch), FOLLOWER_POSITION.EPOCH))
                .where(FOLLOWER_POSITION.FOLLOWER.eq(name()))
                .execute();
    }

    /** Parks what failed and goes on behind it. */
    void parkAndGoOn(LogEntry entry, Throwable why) {
        around.sql()
                .transaction(transaction -> {
                    DSLContext tx = transaction.dsl();
                    lock(tx);
                    park(tx, entry, why);
                    storePosition(tx, entry.position().value());
                });
    }

    void park(DSLContext tx, LogEntry entry, Throwable why) {
        LOG.warn(
                "{} could not take in the fact at {}: it is parked", name(), entry.position(), why);
        around.parking().park(tx, name(), entry, sequences(entry), why);
    }

    /** What the order of facts is kept by: the tags they are found again by. */
    Set<String> sequences(LogEntry entry) {
        return around.log().tags(entry);
    }

    /**
     * So that the fact is taken in by one of those who drive it again at the same time. In a
     * transaction that holds the row, or another node may park something behind it meanwhile.
     */
    void mustBeReleased(DSLContext tx, Position position) {
        if (!around.parking().release(tx, name(), position)) {
            throw new NoLongerParked(position, name());
        }
    }

    private ClaimLost claimLost() {
        return new ClaimLost(name(), epoch);
    }
}
