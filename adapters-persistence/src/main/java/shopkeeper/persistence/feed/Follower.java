package shopkeeper.persistence.feed;

import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.schema.Outage;

/**
 * One who reads the log in order on a thread of its own: an outage makes it wait, a failing fact is
 * parked, and whatever else goes wrong is tried again until somebody helps.
 */
abstract class Follower implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int MANY_OUTAGES = 10;
    private static final Field<String> NOT_WAITING_FOR_THE_DISK =
            DSL.field("set_config('synchronous_commit', 'off', true)", String.class);

    /** What every follower of one feed shares. */
    record Surroundings(
            DSLContext sql, EventLog log, Chunks chunks, HeadWatch watch, ParkingLot parking) {}

    protected final Surroundings around;
    private final String name;
    private final Queue<Redrive> redrives = new ConcurrentLinkedQueue<>();
    private int failures;
    private volatile boolean stuck;
    private volatile boolean ended;

    private record Redrive(String follower, CompletableFuture<Integer> driven) {}

    Follower(String name, Surroundings around) {
        this.name = name;
        this.around = around;
    }

    String name() {
        return name;
    }

    /** Where it went on to after what follows {@code seen}. */
    abstract long follow(long seen, List<LogEntry> entries);

    List<LogEntry> read(long seen) {
        return around.chunks.after(seen);
    }

    /** Where it begins. */
    abstract long begin();

    abstract void seen(long position);

    /** How long it rests after each step, so that the next one has more to take in. */
    long restMillis() {
        return 0;
    }

    /** Takes a parked fact in and releases it, or throws. */
    abstract void takeAgain(String follower, LogEntry entry);

    /** Whether it goes on; one that waits for an outage to end does, for a while. */
    boolean isAlive() {
        return !ended && !stuck;
    }

    /** Ends with an {@link IllegalStateException} when this follower ends first. */
    CompletableFuture<Integer> redrive(String follower) {
        Redrive redrive = new Redrive(follower, new CompletableFuture<>());
        redrives.add(redrive);
        around.watch.nudge();
        if (ended) {
            refuseRedrives();
        }
        return redrive.driven;
    }

    @Override
    public void run() {
        try {
            long seen = untilItSucceeds(this::begin);
            seen(seen);
            while (!around.watch.isClosed()) {
                driveAgain();
                seen = step(seen);
                seen(seen);
                around.watch.pause(restMillis());
                around.watch.awaitBeyond(seen, () -> !redrives.isEmpty());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            refuseRedrives();
        }
    }

    private void refuseRedrives() {
        for (Redrive redrive = redrives.poll(); redrive != null; redrive = redrives.poll()) {
            redrive.driven.completeExceptionally(
                    new IllegalStateException(name + " has stopped following the log"));
        }
    }

    private long step(long seen) throws InterruptedException {
        return untilItSucceeds(() -> {
            List<LogEntry> entries = read(seen);
            return entries.isEmpty() ? seen : follow(seen, entries);
        });
    }

    private interface Attempt {
        long make();
    }

    private long untilItSucceeds(Attempt attempt) throws InterruptedException {
        while (true) {
            try {
                long made = attempt.make();
                failures = 0;
                stuck = false;
                return made;
            } catch (RuntimeException | Error e) {
                if (around.watch.isClosed()) {
                    throw new InterruptedException("closed while it could not go on");
                }
                failures++;
                tell(e);
                around.watch.pause(Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(failures, 10)));
            }
        }
    }

    private void tell(Throwable failure) {
        if (Outage.isBehind(failure)) {
            stuck = failures >= MANY_OUTAGES;
            LOG.warn("{} waits for what is away ({} times so far)", name, failures, failure);
        } else {
            stuck = true;
            LOG.error("{} cannot go on and tries again: report this", name, failure);
        }
    }

    private void driveAgain() {
        for (Redrive redrive = redrives.poll(); redrive != null; redrive = redrives.poll()) {
            try {
                redrive.driven.complete(driveAgain(redrive.follower));
            } catch (RuntimeException | Error e) {
                redrive.driven.completeExceptionally(e);
            }
        }
    }

    /** In the order of the log, up to the first that fails again. */
    private int driveAgain(String follower) {
        int driven = 0;
        for (Position position : around.parking.waiting(follower)) {
            LogEntry entry = around.log.after(new Position(position.value() - 1), 1).getFirst();
            try {
                takeAgain(follower, entry);
                driven++;
            } catch (RuntimeException e) {
                around.parking.park(around.sql, follower, entry, e);
                return driven;
            }
        }
        return driven;
    }

    /**
     * Whether a follower of this kind of fact is concerned; nobody knows whom an unknown name
     * concerns.
     */
    static boolean concerns(Class<? extends Fact> kind, LogEntry entry) {
        return switch (entry) {
            case LogEntry.Legible legible -> kind.isInstance(legible.logged().fact());
            case LogEntry.Illegible illegible ->
                    kind.isAssignableFrom(illegible.kind()) || illegible.kind() == Fact.class;
        };
    }

    static LogEntry.Legible legible(LogEntry entry) {
        return switch (entry) {
            case LogEntry.Legible legible -> legible;
            case LogEntry.Illegible illegible -> throw illegible.why();
        };
    }

    boolean isNewcomer() {
        return !around.sql.fetchExists(FOLLOWER_POSITION, FOLLOWER_POSITION.FOLLOWER.eq(name));
    }

    /** The stored position, from 0 for a newcomer. */
    long storedPosition() {
        return storedPosition(0);
    }

    /**
     * @param newcomer where somebody begins who follows for the first time
     */
    long storedPosition(long newcomer) {
        around.sql
                .insertInto(FOLLOWER_POSITION)
                .set(FOLLOWER_POSITION.FOLLOWER, name)
                .set(FOLLOWER_POSITION.POSITION, newcomer)
                .onConflictDoNothing()
                .execute();
        return stored(
                around.sql
                        .select(FOLLOWER_POSITION.POSITION)
                        .from(FOLLOWER_POSITION)
                        .where(FOLLOWER_POSITION.FOLLOWER.eq(name))
                        .fetchOne(FOLLOWER_POSITION.POSITION));
    }

    /**
     * The stored position, held until the end of the transaction: on all nodes together, only one
     * goes on. What this transaction writes can be made again from the log, so its commit need not
     * wait for the disk.
     */
    long lockPosition(DSLContext tx) {
        return stored(
                tx.select(FOLLOWER_POSITION.POSITION, NOT_WAITING_FOR_THE_DISK)
                        .from(FOLLOWER_POSITION)
                        .where(FOLLOWER_POSITION.FOLLOWER.eq(name))
                        .forUpdate()
                        .fetchOne(FOLLOWER_POSITION.POSITION));
    }

    private long stored(@Nullable Long position) {
        if (position == null) {
            throw new IllegalStateException(
                    "the position of " + name + " has vanished from follower_position");
        }
        return position;
    }

    /** Never backwards: on another node the same follower may be further. */
    void storePosition(DSLContext tx, long position) {
        tx.update(FOLLOWER_POSITION)
                .set(FOLLOWER_POSITION.POSITION, position)
                .where(FOLLOWER_POSITION.FOLLOWER.eq(name), FOLLOWER_POSITION.POSITION.lt(position))
                .execute();
    }
}
