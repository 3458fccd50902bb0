package shopkeeper.persistence.feed;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.schema.Outage;

/**
 * One who reads the log in order on a thread of its own, while the work is this node's: an outage
 * makes it wait, a failing fact is parked, and whatever else goes wrong is tried again until
 * somebody helps.
 */
abstract class Follower implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int MANY_OUTAGES = 10;

    /** What every follower of one feed shares. */
    record Surroundings(
            DSLContext sql,
            EventLog log,
            Chunks chunks,
            HeadWatch watch,
            ParkingLot parking,
            Claims claims) {}

    protected final Surroundings around;
    private final String name;
    private final Redrives redrives;
    private int failures;
    private volatile boolean stuck;
    private volatile boolean ended;

    Follower(String name, Surroundings around) {
        this.name = name;
        this.around = around;
        this.redrives = new Redrives(name, around, this::takeAgain);
    }

    String name() {
        return name;
    }

    /** Under which names facts are parked for it. */
    Set<String> names() {
        return Set.of(name);
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

    /** Whether this node does the work now. */
    abstract boolean isMine();

    /** Has a look at how far another node has come with the work, and waits for more. */
    abstract void standBy() throws InterruptedException;

    /** The work is another node's. */
    void lost(ClaimLost how) {
        LOG.info("{}", how.getMessage());
    }

    /** Whether what is stored may be less than what it has done. */
    boolean mustBeginAgain() {
        return false;
    }

    boolean hasOtherWork() {
        return redrives.areWaiting();
    }

    /** Whether it goes on; one that waits for an outage to end does, for a while. */
    boolean isAlive() {
        return !ended && !stuck;
    }

    /** Ends with an {@link IllegalStateException} when this follower ends first. */
    Redrive redrive(String follower) {
        Redrive driven = redrives.add(follower);
        around.watch.nudge();
        if (ended) {
            redrives.refuse();
        }
        return driven;
    }

    @Override
    public void run() {
        try {
            while (!around.watch.isClosed()) {
                redrives.drive();
                if (isMine()) {
                    work();
                } else {
                    untilItSucceeds(() -> {
                        standBy();
                        return 0;
                    });
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            redrives.refuse();
        }
    }

    private void work() throws InterruptedException {
        try {
            long seen = untilItSucceeds(this::begin);
            seen(seen);
            while (!around.watch.isClosed() && isMine() && !mustBeginAgain()) {
                redrives.drive();
                seen = step(seen);
                seen(seen);
                around.watch.pause(restMillis());
                around.watch.awaitBeyond(
                        seen, () -> hasOtherWork() || !isMine() || mustBeginAgain());
            }
        } catch (ClaimLost e) {
            lost(e);
        }
    }

    private long step(long seen) throws InterruptedException {
        return untilItSucceeds(() -> {
            List<LogEntry> entries = read(seen);
            return entries.isEmpty() ? seen : follow(seen, entries);
        });
    }

    private interface Attempt {
        long make() throws InterruptedException;
    }

    private long untilItSucceeds(Attempt attempt) throws InterruptedException {
        while (true) {
            try {
                long made = attempt.make();
                failures = 0;
                stuck = false;
                return made;
            } catch (ClaimLost e) {
                throw e;
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
}
