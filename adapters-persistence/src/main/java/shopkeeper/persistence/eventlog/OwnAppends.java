package shopkeeper.persistence.eventlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * What this node's writer appended last, without a gap, and what it is about to: as long as nobody
 * else appends, an append whose caller looked a moment ago is checked against this and not against
 * the database. What then is not appended must be forgotten.
 *
 * <p>Used by the writer's thread alone.
 */
final class OwnAppends {
    private static final int MOST = 20_000;

    private final int most;
    private final Deque<RecentFact> inOrder = new ArrayDeque<>();
    private final Map<Tag, Deque<RecentFact>> byTag = new HashMap<>();
    private long from;
    private long upTo;

    OwnAppends() {
        this(MOST);
    }

    /**
     * @param most how many facts are kept
     */
    OwnAppends(int most) {
        this.most = most;
    }

    /** Where this node left the log; another may have appended since. */
    long head() {
        return upTo;
    }

    /** Whether all facts after this position are known here, unless another node appends. */
    boolean knowAllSince(long position) {
        return from <= position;
    }

    /** Whether all of these, which were added last, are still known. */
    boolean knowAll(List<RecentFact> added) {
        return added.isEmpty() || knowAllSince(added.getFirst().position() - 1);
    }

    /** Whether a fact with this tag is among them. */
    boolean have(Tag tag) {
        return byTag.containsKey(tag);
    }

    boolean matchSince(EventCriterion criterion, long position) {
        Tag any = criterion.tags().iterator().next();
        Deque<RecentFact> facts = byTag.get(any);
        if (facts == null) {
            return false;
        }
        return facts.stream()
                .anyMatch(fact ->
                        fact.position() > position && criterion.matches(fact.name(), fact.tags()));
    }

    /** The log ends there and what stands in it was not all appended here. */
    void startAt(long head) {
        inOrder.clear();
        byTag.clear();
        from = head;
        upTo = head;
    }

    /** Nothing is known any more, not even where the log ends. */
    void forget() {
        startAt(-1);
        from = Long.MAX_VALUE;
    }

    /** The next fact of the log, committed or about to be. */
    void add(RecentFact fact) {
        if (fact.position() != upTo + 1) {
            startAt(fact.position() - 1);
        }
        upTo = fact.position();
        inOrder.add(fact);
        fact.tags().forEach(tag -> byTag.computeIfAbsent(tag, _ -> new ArrayDeque<>()).add(fact));
        if (inOrder.size() > most) {
            RecentFact oldest = inOrder.remove();
            from = oldest.position();
            oldest.tags()
                    .forEach(tag ->
                            byTag.computeIfPresent(
                                    tag,
                                    (_, facts) -> {
                                        facts.remove();
                                        return facts.isEmpty() ? null : facts;
                                    }));
        }
    }
}
