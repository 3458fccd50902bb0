package shopkeeper.persistence.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import shopkeeper.persistence.eventlog.LogEntry;

/**
 * While far behind, reads the next pieces of the log on other threads, so that telling and decoding
 * use every core.
 */
final class ReadAhead {
    private static final int PIECES = 4;

    private final Follower.Surroundings around;
    private final Deque<CompletableFuture<List<LogEntry>>> pieces = new ArrayDeque<>();
    private long next;
    private long expected;

    ReadAhead(Follower.Surroundings around) {
        this.around = around;
    }

    List<LogEntry> after(long seen) {
        if (pieces.isEmpty() || seen != expected) {
            pieces.clear();
            next = seen;
        }
        long head = around.watch().head();
        while (pieces.size() < PIECES && next + Chunks.SIZE <= head && next % Chunks.SIZE == 0) {
            long from = next;
            pieces.add(CompletableFuture.supplyAsync(() -> around.chunks().piece(from)));
            next += Chunks.SIZE;
        }
        List<LogEntry> read = pieces.isEmpty() ? around.chunks().after(seen) : take();
        expected = seen + read.size();
        return read;
    }

    private List<LogEntry> take() {
        try {
            return pieces.remove().join();
        } catch (CompletionException e) {
            pieces.clear();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
