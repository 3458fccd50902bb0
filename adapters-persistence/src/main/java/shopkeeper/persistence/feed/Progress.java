package shopkeeper.persistence.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.domain.kernel.Position;

/** How far each memory and projection has come; what all have seen is seen. */
final class Progress implements LogProgress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition further = lock.newCondition();
    private final Map<String, Long> seenBy = new HashMap<>();
    private final HeadWatch watch;

    Progress(HeadWatch watch) {
        this.watch = watch;
    }

    void report(String follower, long position) {
        lock.lock();
        try {
            seenBy.put(follower, position);
            further.signalAll();
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
            long left = patience.toNanos();
            while (slowest() < wanted.value()) {
                if (left <= 0) {
                    return false;
                }
                left = further.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Where nobody follows, everything is seen as soon as it is known of. */
    private long slowest() {
        return seenBy.values().stream().mapToLong(Long::longValue).min().orElseGet(watch::head);
    }
}
