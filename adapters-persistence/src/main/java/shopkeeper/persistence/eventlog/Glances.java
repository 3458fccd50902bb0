package shopkeeper.persistence.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was seen together: all of it is read whole as soon as one of it has to be. */
final class Glances {
    private final Function<List<Long>, List<LogTable.Stored>> whole;
    private final List<Long> positions = new ArrayList<>();
    private final Map<String, Set<Long>> byMessage = new HashMap<>();
    private @Nullable Map<Long, LogTable.Stored> read;

    /**
     * @param whole reads the facts at some positions
     */
    Glances(Function<List<Long>, List<LogTable.Stored>> whole) {
        this.whole = whole;
    }

    /** Complete before anybody else sees it. */
    void add(long position) {
        positions.add(position);
    }

    /** All facts with this tag are asked for, whatever else is. */
    void askedFor(String tag) {
        if (MessageMark.isTag(tag)) {
            byMessage.put(MessageMark.nameIn(tag), new HashSet<>());
        }
    }

    void found(String tag, long position) {
        if (MessageMark.isTag(tag)) {
            byMessage.computeIfAbsent(MessageMark.nameIn(tag), _ -> new HashSet<>()).add(position);
        }
    }

    boolean mayBeCausedBy(String message, long position) {
        Set<Long> found = byMessage.get(message);
        return found == null || found.contains(position);
    }

    synchronized LogTable.Stored whole(long position) {
        Map<Long, LogTable.Stored> all = read;
        if (all == null) {
            all =
                    whole.apply(positions).stream()
                            .collect(Collectors.toMap(LogTable.Stored::position, fact -> fact));
            read = all;
        }
        LogTable.Stored stored = all.get(position);
        if (stored == null) {
            throw new IllegalStateException("what stood at " + position + " is gone");
        }
        return stored;
    }
}
