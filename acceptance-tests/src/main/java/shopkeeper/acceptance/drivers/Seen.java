package shopkeeper.acceptance.drivers;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Up to where the log is known in a scene, so that each channel's answer has seen the others'
 * facts.
 */
public final class Seen {
    private final AtomicLong position = new AtomicLong();
    private final Set<String> borrowed = new TreeSet<>();

    /** What a channel cannot do by itself and was done over the web for it. */
    void overTheWeb(String what) {
        borrowed.add(what);
    }

    /** Such as buying; empty where the channel did all of it. */
    public Set<String> borrowed() {
        return Set.copyOf(borrowed);
    }

    void heardOf(long elsewhere) {
        position.accumulateAndGet(elsewhere, Math::max);
    }

    long position() {
        return position.get();
    }
}
