package shopkeeper.persistence.eventlog;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import shopkeeper.application.kernel.Contended;

/**
 * Those who decide about the same thing and were in each other's way go on one after the other, in
 * the order in which they came: on one node nobody is beaten for ever.
 */
final class Turns {
    private static final int LINES = 1_024;

    private final ReentrantLock[] lines =
            IntStream.range(0, LINES)
                    .mapToObj(_ -> new ReentrantLock(true))
                    .toArray(ReentrantLock[]::new);
    private final long patienceMillis;

    /**
     * @param patienceMillis how long one waits for its turn
     */
    Turns(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /** Whether somebody is deciding about one of these in turn, so that others had better queue. */
    boolean areTaken(Set<String> tags) {
        return linesOf(tags).anyMatch(line -> lines[line].isLocked());
    }

    /**
     * @throws Contended when its turn does not come in time
     */
    <T> T inTurn(Set<String> tags, Supplier<T> work) {
        // Everybody queues in the same order, so that no two wait for each other.
        int[] mine = linesOf(tags).toArray();
        long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        int held = 0;
        try {
            while (held < mine.length) {
                if (!lines[mine[held]].tryLock(
                        patience - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    throw new Contended(
                            "many decide about the same at once, and its turn did not come");
                }
                held++;
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while waiting for a turn", e);
        } finally {
            while (held > 0) {
                held--;
                lines[mine[held]].unlock();
            }
        }
    }

    /** How many queue for one of these now. */
    int waitingFor(Set<String> tags) {
        return linesOf(tags).map(line -> lines[line].getQueueLength()).sum();
    }

    private static IntStream linesOf(Set<String> tags) {
        return tags.stream()
                .mapToInt(tag -> Math.floorMod(tag.hashCode(), LINES))
                .sorted()
                .distinct();
    }
}
