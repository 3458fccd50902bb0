package shopkeeper.persistence.feed;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.domain.kernel.Position;

/**
 * How far each memory and projection has come; what all have seen is seen. Whoever waits is woken
 * when it is their turn: thousands may, and each step forward concerns few of them.
 */
final class Progress implements LogProgress {
    private static final Comparator<Waiter> NEAREST_FIRST =
            Comparator.comparingLong(Waiter::wanted).thenComparingLong(Waiter::ticket);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> seenBy = new HashMap<>();
    private final TreeSet<Waiter> waiting = new TreeSet<>(NEAREST_FIRST);
    private final HeadWatch watch;
    private long tickets;

    private record Waiter(long wanted, long ticket, Condition reached) {}

    Progress(HeadWatch watch) {
        this.watch = watch;
    }

    void report(String follower, long position) {
        lock.lock();
        try {
            seenBy.put(follower, position);
            long seen = waiting.isEmpty() ? 0 : slowest();
            while (!waiting.isEmpty() && waiting.first().wanted <= seen) {
                waiting.removeFirst().reached.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    Map<String, Long> seenBy() {
        lock.lock();
        try {
            return Map.copyOf(seenBy);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Position seen() {
        lock.lock();
        try {
            return new Position(slowest());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(Position wanted, Duration patience) {
        lock.lock();
        try {
            return slowest() >= wanted.value() || awaits(wanted.value(), patience.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaits(long wanted, long nanos) throws InterruptedException {
        var waiter = new Waiter(wanted, tickets++, lock.newCondition());
        waiting.add(waiter);
        try {
            long left = nanos;
            while (left > 0 && waiting.contains(waiter)) {
                left = waiter.reached.awaitNanos(left);
            }
            return !waiting.contains(waiter) || slowest() >= wanted;
        } finally {
            waiting.remove(waiter);
        }
    }

    /** Where nobody follows, everything is seen as soon as it is known of. */
    private long slowest() {
        if (seenBy.isEmpty()) {
            return watch.head();
        }
        long slowest = Long.MAX_VALUE;
        for (long seen : seenBy.values()) {
            slowest = Math.min(slowest, seen);
        }
        return slowest;
    }
}
