package shopkeeper.acceptance.drivers;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Up to where the log is known in a scene, so that each channel's answer has seen the others'
 * facts.
 */
public final class Seen {
    private final AtomicLong position = new AtomicLong();

    void heardOf(long elsewhere) {
        position.accumulateAndGet(elsewhere, Math::max);
    }

    long position() {
        return position.get();
    }
}
