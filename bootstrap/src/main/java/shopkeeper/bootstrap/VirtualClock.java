package shopkeeper.bootstrap;

import java.time.Instant;
import java.time.InstantSource;
import shopkeeper.application.kernel.MovableClock;

/** The clock of a platform for specs: it stands still until it is moved, and never goes back. */
public final class VirtualClock implements InstantSource, MovableClock {
    private volatile Instant now;

    public VirtualClock(Instant begin) {
        this.now = begin;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public synchronized boolean moveTo(Instant later) {
        if (now.isAfter(later)) {
            return false;
        }
        now = later;
        return true;
    }
}
