package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * What has been stored since the appends of a batch looked: from the database first, then each
 * accepted append of the batch itself.
 */
final class RecentFacts {
    private static final String LOCK = "select position from log_head for update";

    /** Gives a transaction a name by which its end can be waited for, or waits for it. */
    static final String NAME = "select pg_advisory_xact_lock(?)";

    private static final String SINCE =
            """
            select t.position, t.name, t.tag
            from unnest(?, ?) as wanted (tag, since)
            join event_tag t on t.tag = wanted.tag and t.position > wanted.since;
            select e.position, e.name, e.story
            from unnest(?, ?) as wanted (tag, since)
            join event e on e.story = wanted.tag and e.position > wanted.since\
            """;

    private static final String SINCE_BY_NAME =
            "select from event where position > ? and name = any (?) limit 1";

    private final Connection connection;
    private final OwnAppends own;
    private final long head;
    private final Map<Tag, List<RecentFact>> byTag = new HashMap<>();
    private final List<RecentFact> ofThisBatch = new ArrayList<>();

    private RecentFacts(Connection connection, OwnAppends own, long head) {
        this.connection = connection;
        this.own = own;
        this.head = head;
    }

    /**
     * Takes the lock on the head and then looks, once for the whole batch.
     *
     * <p>The look is a statement of its own, so that it sees what was committed while the lock was
     * waited for; but it travels together with the lock. What need not be looked at when the head
     * is the expected one is only looked at when it is another.
     */
    static RecentFacts lockedAndSeen(Connection connection, OwnAppends own, List<Append> batch)
            throws SQLException {
        Map<String, Long> wanted = wanted(batch, own);
        if (wanted.isEmpty()) {
            RecentFacts recent = new RecentFacts(connection, own, lockHead(connection));
            recent.seeWhatOthersAppended(batch);
            return recent;
        }
        try (PreparedStatement look = connection.prepareStatement(LOCK + ";" + SINCE)) {
            fill(look, wanted);
            look.execute();
            RecentFacts recent = new RecentFacts(connection, own, headIn(look.getResultSet()));
            look.getMoreResults();
            recent.rememberAll(look);
            recent.seeWhatOthersAppended(batch);
            return recent;
        }
    }

    /**
     * Looks without the lock, while the batch before is being committed. What that one appends is
     * known here, and so is most of what was appended since the callers looked; what is older than
     * that is committed, and asked of the database.
     */
    static RecentFacts seenAhead(Connection connection, OwnAppends own, List<Append> batch)
            throws SQLException {
        RecentFacts recent = new RecentFacts(connection, own, own.head());
        recent.see(wanted(batch, own));
        return recent;
    }

    /** Gives a transaction a name by which its end can be waited for, or waits for it. */
    static void name(Connection connection, long transaction) throws SQLException {
        try (PreparedStatement named = connection.prepareStatement(NAME)) {
            named.setLong(1, transaction);
            named.execute();
        }
    }

    /** Another node may have appended since this one knew the head. */
    private void seeWhatOthersAppended(List<Append> batch) throws SQLException {
        if (head == own.head()) {
            return;
        }
        own.startAt(head);
        byTag.clear();
        see(wanted(batch, own));
    }

    private void see(Map<String, Long> wanted) throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        try (PreparedStatement look = connection.prepareStatement(SINCE)) {
            fill(look, wanted);
            look.execute();
            rememberAll(look);
        }
    }

    private static Map<String, Long> wanted(List<Append> batch, OwnAppends own) {
        Map<String, Long> wanted = new HashMap<>();
        for (Append append : batch) {
            append.unseen().forEach(tag -> wanted.put(TagText.of(tag), 0L));
            if (append.isConditional() && !own.knowAllSince(append.since())) {
                for (EventCriterion criterion : append.criteria()) {
                    for (Tag tag : criterion.tags()) {
                        wanted.merge(TagText.of(tag), append.since(), Math::min);
                    }
                }
            }
        }
        return wanted;
    }

    /** A tag of a message stands beside its fact, never in the fact's own row. */
    private static void fill(PreparedStatement look, Map<String, Long> wanted) throws SQLException {
        fill(look, 1, wanted);
        Map<String, Long> stories = new HashMap<>(wanted);
        stories.keySet().removeIf(MessageMark::isTag);
        fill(look, 3, stories);
    }

    private static void fill(PreparedStatement look, int first, Map<String, Long> wanted)
            throws SQLException {
        look.setObject(first, wanted.keySet().toArray(String[]::new));
        look.setObject(first + 1, wanted.values().stream().mapToLong(Long::longValue).toArray());
    }

    static long lockHead(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            return headIn(lock.executeQuery());
        }
    }

    private static long headIn(ResultSet row) throws SQLException {
        try (row) {
            if (!row.next()) {
                throw new IllegalStateException(
                        "log_head is empty: restore the log from a backup, or repair it");
            }
            return row.getLong(1);
        }
    }

    private void rememberAll(PreparedStatement look) throws SQLException {
        Map<Long, RecentFact> found = new HashMap<>();
        do {
            collect(look.getResultSet(), found);
        } while (look.getMoreResults());
        found.values().forEach(this::remember);
    }

    /** Of one fact, one tag stands in its own row and the others beside it. */
    private static void collect(ResultSet rows, Map<Long, RecentFact> found) throws SQLException {
        try (rows) {
            while (rows.next()) {
                QualifiedName name = new QualifiedName(rows.getString(2));
                found.computeIfAbsent(
                                rows.getLong(1), at -> new RecentFact(at, name, new HashSet<>()))
                        .tags()
                        .add(TagText.parse(rows.getString(3)));
            }
        }
    }

    /** Where the log ended when it was locked. */
    long head() {
        return head;
    }

    void accepted(long position, Append.Row row) {
        RecentFact recent = new RecentFact(position, new QualifiedName(row.name()), row.tags());
        ofThisBatch.add(recent);
        remember(recent);
    }

    private void remember(RecentFact recent) {
        recent.tags()
                .forEach(tag -> byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(recent));
    }

    /** What this batch adds to the log. */
    List<RecentFact> ofThisBatch() {
        return ofThisBatch;
    }

    boolean conflictWith(Append append) throws SQLException {
        if (append.unseen().stream().anyMatch(tag -> byTag.containsKey(tag) || own.have(tag))) {
            return true;
        }
        if (!append.isConditional()) {
            return false;
        }
        if (append.since() > head) {
            // The log has lost its end, and what was seen there with it.
            return true;
        }
        if (append.criteria().isEmpty()) {
            return head > Math.max(0, append.since()) || !ofThisBatch.isEmpty();
        }
        for (EventCriterion criterion : append.criteria()) {
            if (isMet(criterion, append.since())) {
                return true;
            }
        }
        return false;
    }

    private boolean isMet(EventCriterion criterion, long since) throws SQLException {
        if (criterion.tags().isEmpty()) {
            return isMetByName(criterion.types(), since);
        }
        if (own.matchSince(criterion, since)) {
            return true;
        }
        Tag any = criterion.tags().iterator().next();
        return byTag.getOrDefault(any, List.of()).stream()
                .anyMatch(recent ->
                        recent.position() > since
                                && criterion.matches(recent.name(), recent.tags()));
    }

    private boolean isMetByName(Set<QualifiedName> names, long since) throws SQLException {
        if (ofThisBatch.stream().anyMatch(recent -> names.contains(recent.name()))) {
            return true;
        }
        Object[] texts = names.stream().map(QualifiedName::name).toArray();
        try (PreparedStatement look = connection.prepareStatement(SINCE_BY_NAME)) {
            look.setLong(1, since);
            look.setArray(2, connection.createArrayOf("text", texts));
            try (ResultSet rows = look.executeQuery()) {
                return rows.next();
            }
        }
    }
}
