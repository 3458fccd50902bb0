package shopkeeper.persistence.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;

/**
 * The log in pieces that several followers read at about the same time, so that each fact is read
 * and decoded once.
 *
 * <p>Positions have no gaps, so a piece is known by its number alone; full pieces are kept, and of
 * the end of the log what was read last.
 */
final class Chunks {
    static final int SIZE = 256;
    private static final int KEPT = 16;

    private final EventLog log;
    private final ReentrantLock tailLock = new ReentrantLock();
    private Tail tail = new Tail(0, List.of());
    private final Map<Long, List<LogEntry>> kept =
            new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, List<LogEntry>> eldest) {
                    return size() > KEPT;
                }
            };

    Chunks(EventLog log) {
        this.log = log;
    }

    /** What follows, at most to the end of a piece. */
    List<LogEntry> after(long position) {
        List<LogEntry> full = kept(position / SIZE);
        return full == null ? atTheEnd(position) : full.subList(skip(position), SIZE);
    }

    /** A whole piece of which is known that the log has it. */
    List<LogEntry> piece(long position) {
        List<LogEntry> full = kept(position / SIZE);
        return full == null ? read(position) : full;
    }

    /** Whoever comes first reads what is new, the others take it from there. */
    private List<LogEntry> atTheEnd(long position) {
        tailLock.lock();
        try {
            if (position < tail.from || position >= tail.end()) {
                List<LogEntry> read = read(position);
                tail = tail.followedBy(position, read);
                return read;
            }
            return tail.entries.subList((int) (position - tail.from), tail.entries.size());
        } finally {
            tailLock.unlock();
        }
    }

    private List<LogEntry> read(long position) {
        List<LogEntry> read = log.after(new Position(position), SIZE - skip(position));
        if (read.size() == SIZE) {
            keep(position / SIZE, read);
        }
        return read;
    }

    private static int skip(long position) {
        return (int) (position % SIZE);
    }

    /** What was read last, after a position. */
    private record Tail(long from, List<LogEntry> entries) {
        long end() {
            return from + entries.size();
        }

        Tail followedBy(long position, List<LogEntry> more) {
            if (position != end() || position / SIZE != from / SIZE) {
                return new Tail(position, more);
            }
            return new Tail(from, Stream.concat(entries.stream(), more.stream()).toList());
        }
    }

    private synchronized @Nullable List<LogEntry> kept(long number) {
        return kept.get(number);
    }

    private synchronized void keep(long number, List<LogEntry> entries) {
        kept.put(number, entries);
    }
}
