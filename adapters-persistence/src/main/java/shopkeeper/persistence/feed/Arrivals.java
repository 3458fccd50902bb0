package shopkeeper.persistence.feed;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import shopkeeper.persistence.eventlog.LogEntry;

/** When this node heard of what is new in the log, until the memories have it. */
final class Arrivals {
    private static final int KEPT = 10_000;

    private final TreeMap<Long, Long> heardNanos = new TreeMap<>();
    private volatile Remembered listener = (_, _) -> {};
    private final long before;

    /**
     * @param before what is not after it is old
     */
    Arrivals(long before) {
        this.before = before;
    }

    void tell(Remembered remembered) {
        listener = remembered;
    }

    /** The log has come to here. */
    synchronized void heard(long head) {
        heardNanos.put(head, System.nanoTime());
        while (heardNanos.size() > KEPT) {
            heardNanos.pollFirstEntry();
        }
    }

    void remembered(LogEntry entry) {
        long position = entry.position().value();
        if (position > before && entry instanceof LogEntry.Legible legible) {
            long waited = System.nanoTime() - heardAt(position);
            listener.everywhere(legible.logged(), Duration.ofNanos(Math.max(0, waited)));
        }
    }

    private synchronized long heardAt(long position) {
        heardNanos.headMap(position).clear();
        Map.Entry<Long, Long> heard = heardNanos.ceilingEntry(position);
        return heard == null ? System.nanoTime() : heard.getValue();
    }
}
