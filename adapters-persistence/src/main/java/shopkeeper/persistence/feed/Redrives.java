package shopkeeper.persistence.feed;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.LogEntry;

/**
 * Parked facts that somebody wants to be taken in now; done on the follower's own thread, some at a
 * time, so that it does not fall behind.
 */
final class Redrives {
    private static final Logger LOG = LoggerFactory.getLogger(Redrives.class);
    private static final int AT_ONCE = 100;

    private final String name;
    private final Follower.Surroundings around;
    private final BiConsumer<String, LogEntry> takeAgain;

    /** By the name they are parked under; who asks again meanwhile waits for the same. */
    private final Map<String, Run> running = new ConcurrentHashMap<>();

    /** Where one of them stands. */
    private static final class Run {
        private final Redrive told = new Redrive();
        private final Set<String> failed = new HashSet<>();
        private Iterator<ParkingLot.Waiting> left = Collections.emptyIterator();
        private long tried;
    }

    /**
     * @param takeAgain takes a parked fact in and releases it, or throws
     */
    Redrives(String name, Follower.Surroundings around, BiConsumer<String, LogEntry> takeAgain) {
        this.name = name;
        this.around = around;
        this.takeAgain = takeAgain;
    }

    Redrive add(String follower) {
        return running.computeIfAbsent(follower, _ -> new Run()).told;
    }

    boolean areWaiting() {
        return !running.isEmpty();
    }

    void refuse() {
        for (String follower : running.keySet()) {
            ended(follower)
                    .failed(new IllegalStateException(name + " has stopped following the log"));
        }
    }

    /** Goes on with each for a while. */
    void drive() {
        running.forEach((follower, run) -> {
            try {
                drive(follower, run);
            } catch (RuntimeException | Error e) {
                LOG.warn(
                        "parked facts of {} are not driven on ({}), ask for it again",
                        follower,
                        e.getClass().getName());
                ended(follower).failed(e);
            }
        });
    }

    private void drive(String follower, Run run) {
        if (!run.left.hasNext()) {
            // In between, new facts were parked behind those that still waited.
            run.left = around.parking().waiting(follower, run.tried).iterator();
            if (!run.left.hasNext()) {
                ended(follower).done();
                return;
            }
        }
        for (int i = 0; i < AT_ONCE && run.left.hasNext(); i++) {
            ParkingLot.Waiting fact = run.left.next();
            driveOne(follower, fact, run);
            run.tried = fact.position().value();
        }
    }

    /** In the order of the log; what fails again keeps what comes after it in its sequences. */
    private void driveOne(String follower, ParkingLot.Waiting fact, Run run) {
        if (fact.sequences().stream().anyMatch(run.failed::contains)) {
            run.failed.addAll(fact.sequences());
            return;
        }
        LogEntry entry = at(fact.position());
        try {
            takeAgain.accept(follower, entry);
            run.told.taken();
        } catch (NoLongerParked _) {
            // Another node was asked too, and was faster.
        } catch (RuntimeException e) {
            around.parking().failedAgain(follower, fact, e);
            run.failed.addAll(fact.sequences());
        }
    }

    private Redrive ended(String follower) {
        Run run = running.remove(follower);
        return run == null ? new Redrive() : run.told;
    }

    private LogEntry at(Position position) {
        return around.log().after(new Position(position.value() - 1), 1).getFirst();
    }
}
