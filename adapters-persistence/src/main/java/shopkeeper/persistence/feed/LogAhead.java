package shopkeeper.persistence.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;

/**
 * What concerns a view in the log from one position to another, in pieces of which the next few are
 * read meanwhile.
 */
final class LogAhead {
    private static final int PIECES = 3;

    private final EventLog log;
    private final Class<? extends Fact> kind;
    private final int size;
    private final long end;
    private final Deque<CompletableFuture<Piece>> pieces = new ArrayDeque<>();
    private long asked;

    /** Everything up to a position. */
    record Piece(List<LogEntry> entries, long upTo) {}

    LogAhead(EventLog log, Class<? extends Fact> kind, long after, long end, int size) {
        this.log = log;
        this.kind = kind;
        this.asked = after;
        this.end = end;
        this.size = size;
    }

    boolean isAtEnd() {
        return pieces.isEmpty() && asked >= end;
    }

    Piece next() {
        while (pieces.size() < PIECES && asked < end) {
            long after = asked;
            long upTo = Math.min(after + size, end);
            pieces.add(CompletableFuture.supplyAsync(() -> read(after, upTo)));
            asked = upTo;
        }
        try {
            return pieces.remove().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Piece read(long after, long upTo) {
        return new Piece(log.between(new Position(after), new Position(upTo), kind), upTo);
    }
}
