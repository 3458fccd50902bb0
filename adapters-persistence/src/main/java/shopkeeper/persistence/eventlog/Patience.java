package shopkeeper.persistence.eventlog;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends what has waited for too long, a tenth of a second later at most. All wait equally long, so
 * that the first to come is the first to go, and one look now and then is enough: a timer for each
 * of thousands a second wakes a thread twice for each.
 */
final class Patience {
    private static final long LOOK_MILLIS = 100;
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(
                    LOOK_MILLIS, TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private final long nanos;
    private final Queue<Watched> watched = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** Somebody who waits. */
    interface Waiting {
        boolean isOver();

        /** Nothing where it is over by now. */
        void giveUp();
    }

    /** Each its own, however often somebody waits. */
    private static final class Watched {
        private final Waiting who;
        private final long until;

        Watched(Waiting who, long until) {
            this.who = who;
            this.until = until;
        }
    }

    Patience(long millis) {
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    void watch(Waiting who) {
        letGoOfTheFirst();
        watched.add(new Watched(who, System.nanoTime() + nanos));
        lookLater();
    }

    /** Each who comes takes two away, so that what is over is not kept until the next look. */
    private void letGoOfTheFirst() {
        for (int i = 0; i < 2; i++) {
            Watched first = watched.peek();
            if (first == null || !first.who.isOver()) {
                return;
            }
            watched.remove(first);
        }
    }

    private void lookLater() {
        if (!looking.get() && looking.compareAndSet(false, true)) {
            LATER.execute(this::look);
        }
    }

    private void look() {
        try {
            for (Watched first = watched.peek();
                    first != null && (first.who.isOver() || isLate(first));
                    first = watched.peek()) {
                if (watched.remove(first)) {
                    first.who.giveUp();
                }
            }
        } finally {
            looking.set(false);
            if (!watched.isEmpty()) {
                lookLater();
            }
        }
    }

    /** How many it has not let go. */
    int watching() {
        return watched.size();
    }

    private static boolean isLate(Watched one) {
        return System.nanoTime() - one.until >= 0;
    }
}
