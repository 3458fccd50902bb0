package shopkeeper.persistence.feed;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.kernel.Memory;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.schema.Outage;

/**
 * Tells all memories everything from the first fact on, from one thread; what they could not
 * remember in an earlier life is told anew with the rest.
 */
final class MemoryFollower extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryFollower.class);

    private final Map<String, Memory> memories;
    private final Progress progress;
    private final ReadAhead ahead;

    MemoryFollower(List<Memory> memories, Surroundings around, Progress progress) {
        super("memories", around);
        this.memories =
                memories.stream()
                        .collect(Collectors.toUnmodifiableMap(Memory::name, Function.identity()));
        this.progress = progress;
        this.ahead = new ReadAhead(around);
    }

    boolean holds(String memory) {
        return memories.containsKey(memory);
    }

    @Override
    long begin() {
        around.parking().forget(memories.keySet());
        return 0;
    }

    @Override
    void seen(long position) {
        progress.report(name(), position);
    }

    @Override
    List<LogEntry> read(long seen) {
        return ahead.after(seen);
    }

    @Override
    long follow(long seen, List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            memories.values().forEach(memory -> tell(memory, entry));
        }
        return entries.getLast().position().value();
    }

    private void tell(Memory memory, LogEntry entry) {
        try {
            memory.remember(legible(entry).logged());
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} could not remember the fact at {}: it is parked",
                    memory.name(),
                    entry.position(),
                    e);
            park(memory.name(), entry, e);
        }
    }

    /** A memory that told everything once must not be told again because the parking failed. */
    private void park(String memory, LogEntry entry, RuntimeException why) {
        for (int pause = 50; ; pause = Math.min(2 * pause, 5_000)) {
            try {
                around.parking().park(around.sql(), memory, entry, why);
                return;
            } catch (RuntimeException e) {
                if (!Outage.isBehind(e) || !pause(pause)) {
                    throw e;
                }
            }
        }
    }

    private boolean pause(int millis) {
        try {
            around.watch().pause(millis);
            return !around.watch().isClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    void takeAgain(String follower, LogEntry entry) {
        Memory memory = memories.get(follower);
        if (memory != null) {
            memory.remember(legible(entry).logged());
        }
        around.parking().release(around.sql(), follower, entry.position());
    }
}
