package shopkeeper.persistence.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;

/**
 * The log in pieces that several followers read at about the same time, so that each fact is read
 * and decoded once.
 *
 * <p>Positions have no gaps, so a piece is known by its number alone; only full pieces are kept.
 */
final class Chunks {
    static final int SIZE = 256;
    private static final int KEPT = 16;

    private final EventLog log;
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
        long number = position / SIZE;
        int skip = (int) (position % SIZE);
        List<LogEntry> full = kept(number);
        if (full != null) {
            return full.subList(skip, SIZE);
        }
        List<LogEntry> read = log.after(new Position(position), SIZE - skip);
        if (skip == 0 && read.size() == SIZE) {
            keep(number, read);
        }
        return read;
    }

    private synchronized @Nullable List<LogEntry> kept(long number) {
        return kept.get(number);
    }

    private synchronized void keep(long number, List<LogEntry> entries) {
        kept.put(number, entries);
    }
}
