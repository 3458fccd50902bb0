package shopkeeper.persistence.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where the log ended second by second, so that it can be told for how long somebody has not seen
 * what is in it. It goes by the time that has passed, whatever clocks say.
 */
final class HeadHistory {
    private static final int KEPT = 3_600;

    private final Deque<Mark> marks = new ArrayDeque<>();

    private record Mark(long nanos, long head) {}

    synchronized void mark(long head) {
        mark(System.nanoTime(), head);
    }

    synchronized void mark(long nanos, long head) {
        if (marks.isEmpty() || marks.getLast().head < head) {
            marks.add(new Mark(nanos, head));
            if (marks.size() > KEPT) {
                marks.remove();
            }
        }
    }

    /** Since when there is something that one who has come to {@code seen} has not seen. */
    Duration behind(long seen) {
        return behind(seen, System.nanoTime());
    }

    synchronized Duration behind(long seen, long now) {
        return marks.stream()
                .filter(mark -> mark.head > seen)
                .findFirst()
                .map(mark -> Duration.ofNanos(Math.max(0, now - mark.nanos)))
                .orElse(Duration.ZERO);
    }
}
