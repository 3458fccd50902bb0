package shopkeeper.bootstrap;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import shopkeeper.application.kernel.MovableClock;

/** The clock of a platform for specs: it stands still until it is moved, and never goes back. */
public final class VirtualClock implements InstantSource, MovableClock {
    private final AtomicReference<Instant> now;

    public VirtualClock(Instant begin) {
        this.now = new AtomicReference<>(begin);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public boolean moveTo(Instant later) {
        return !now.getAndAccumulate(later, VirtualClock::later).isAfter(later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
