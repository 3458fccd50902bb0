package shopkeeper.persistence.feed;

import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.LogEntry;

/** Parked facts that somebody wants to be taken in now; done on the follower's own thread. */
final class Redrives {
    private final String name;
    private final Follower.Surroundings around;
    private final BiConsumer<String, LogEntry> takeAgain;
    private final Queue<Redrive> waiting = new ConcurrentLinkedQueue<>();

    private record Redrive(String follower, CompletableFuture<Integer> driven) {}

    /**
     * @param takeAgain takes a parked fact in and releases it, or throws
     */
    Redrives(String name, Follower.Surroundings around, BiConsumer<String, LogEntry> takeAgain) {
        this.name = name;
        this.around = around;
        this.takeAgain = takeAgain;
    }

    CompletableFuture<Integer> add(String follower) {
        Redrive redrive = new Redrive(follower, new CompletableFuture<>());
        waiting.add(redrive);
        return redrive.driven;
    }

    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    void refuse() {
        for (Redrive redrive = waiting.poll(); redrive != null; redrive = waiting.poll()) {
            redrive.driven.completeExceptionally(
                    new IllegalStateException(name + " has stopped following the log"));
        }
    }

    void drive() {
        for (Redrive redrive = waiting.poll(); redrive != null; redrive = waiting.poll()) {
            try {
                redrive.driven.complete(drive(redrive.follower));
            } catch (RuntimeException | Error e) {
                redrive.driven.completeExceptionally(e);
            }
        }
    }

    /** In the order of the log; what fails again keeps what comes after it in its sequences. */
    private int drive(String follower) {
        int driven = 0;
        Set<String> failed = new HashSet<>();
        for (ParkingLot.Waiting fact : around.parking().waiting(follower)) {
            if (fact.sequences().stream().anyMatch(failed::contains)) {
                failed.addAll(fact.sequences());
                continue;
            }
            LogEntry entry = at(fact.position());
            try {
                takeAgain.accept(follower, entry);
                driven++;
            } catch (RuntimeException e) {
                around.parking().failedAgain(follower, fact, e);
                failed.addAll(fact.sequences());
            }
        }
        return driven;
    }

    private LogEntry at(Position position) {
        return around.log().after(new Position(position.value() - 1), 1).getFirst();
    }
}
