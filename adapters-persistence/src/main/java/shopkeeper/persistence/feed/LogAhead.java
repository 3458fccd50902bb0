package shopkeeper.persistence.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;

/** The log from one position to another in pieces, the next few of which are read meanwhile. */
final class LogAhead {
    private static final int PIECES = 3;

    private final EventLog log;
    private final int size;
    private final long end;
    private final Deque<CompletableFuture<List<LogEntry>>> pieces = new ArrayDeque<>();
    private long asked;

    LogAhead(EventLog log, long after, long end, int size) {
        this.log = log;
        this.asked = after;
        this.end = end;
        this.size = size;
    }

    /** Empty at the end. */
    List<LogEntry> next() {
        while (pieces.size() < PIECES && asked < end) {
            Position after = new Position(asked);
            int limit = (int) Math.min(size, end - asked);
            pieces.add(CompletableFuture.supplyAsync(() -> log.after(after, limit)));
            asked += limit;
        }
        if (pieces.isEmpty()) {
            return List.of();
        }
        try {
            return pieces.remove().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
