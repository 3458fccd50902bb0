package shopkeeper.persistence.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.kernel.Memory;
import shopkeeper.persistence.eventlog.LogEntry;

/**
 * Tells all memories everything from the first fact on, from one thread; what they could not
 * remember in an earlier life is told anew with the rest.
 */
final class MemoryFollower extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryFollower.class);

    private final Map<String, Memory> memories;
    private final Map<String, Long> told = new HashMap<>();
    private final Progress progress;
    private final ReadAhead ahead;
    private final Arrivals arrivals;

    MemoryFollower(
            List<Memory> memories, Surroundings around, Progress progress, Arrivals arrivals) {
        super("memories", around);
        this.memories =
                memories.stream()
                        .collect(Collectors.toUnmodifiableMap(Memory::name, Function.identity()));
        this.progress = progress;
        this.ahead = new ReadAhead(around);
        this.arrivals = arrivals;
    }

    @Override
    Set<String> names() {
        return memories.keySet();
    }

    @Override
    long begin() {
        around.parking().forgetGoneNodes();
        return 0;
    }

    /** Every node has memories of its own. */
    @Override
    boolean isMine() {
        return true;
    }

    @Override
    void standBy() {
        throw new IllegalStateException("memories are never another node's");
    }

    @Override
    void seen(long position) {
        progress.report(name(), position);
    }

    @Override
    List<LogEntry> read(long seen) {
        return ahead.after(seen);
    }

    /** When it is interrupted half-way, each memory goes on after what it was told. */
    @Override
    long follow(long seen, List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            long position = entry.position().value();
            for (Memory memory : memories.values()) {
                if (told.getOrDefault(memory.name(), 0L) < position) {
                    tell(memory, entry);
                    told.put(memory.name(), position);
                }
            }
            arrivals.remembered(entry);
        }
        return entries.getLast().position().value();
    }

    private void tell(Memory memory, LogEntry entry) {
        try {
            memory.remember(legible(entry).logged());
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "{} could not remember the fact at {}: it is parked",
                    memory.name(),
                    entry.position(),
                    e);
            around.parking().parkHere(memory.name(), entry, e);
        }
    }

    @Override
    void takeAgain(String follower, LogEntry entry) {
        Memory memory = memories.get(follower);
        if (memory != null) {
            memory.remember(legible(entry).logged());
        }
        around.parking().releaseHere(follower, entry.position());
    }
}
