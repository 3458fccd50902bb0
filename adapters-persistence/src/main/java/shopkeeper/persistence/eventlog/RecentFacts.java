package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * What has been stored since the appends of a batch looked: from the database first, then each
 * accepted append of the batch itself.
 */
final class RecentFacts {
    private static final String SINCE =
            """
            select t.position, t.name, t.tag
            from unnest(?, ?) as wanted (tag, since)
            join event_tag t on t.tag = wanted.tag and t.position > wanted.since\
            """;
    private static final String SINCE_BY_NAME =
            "select from event where position > ? and name = any (?) limit 1";

    private final Connection connection;
    private final long head;
    private final Map<Tag, List<Recent>> byTag = new HashMap<>();
    private final List<Recent> ofThisBatch = new ArrayList<>();

    private record Recent(long position, QualifiedName name, Set<Tag> tags) {}

    private RecentFacts(Connection connection, long head) {
        this.connection = connection;
        this.head = head;
    }

    /** One look for the whole batch. */
    static RecentFacts since(Connection connection, long head, List<Append> batch)
            throws SQLException {
        RecentFacts recent = new RecentFacts(connection, head);
        Map<String, Long> wanted = new HashMap<>();
        for (Append append : batch) {
            if (append.isConditional() && append.since() < head) {
                append.criteria()
                        .forEach(criterion ->
                                criterion
                                        .tags()
                                        .forEach(tag ->
                                                wanted.merge(
                                                        TagText.of(tag),
                                                        append.since(),
                                                        Math::min)));
            }
        }
        if (!wanted.isEmpty()) {
            recent.load(wanted);
        }
        return recent;
    }

    private void load(Map<String, Long> wanted) throws SQLException {
        Map<Long, Map<String, List<String>>> found = new HashMap<>();
        try (PreparedStatement look = connection.prepareStatement(SINCE)) {
            look.setArray(1, connection.createArrayOf("text", wanted.keySet().toArray()));
            look.setArray(2, connection.createArrayOf("bigint", wanted.values().toArray()));
            try (ResultSet rows = look.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getLong(1), position -> new HashMap<>())
                            .computeIfAbsent(rows.getString(2), name -> new ArrayList<>())
                            .add(rows.getString(3));
                }
            }
        }
        found.forEach((position, names) ->
                names.forEach((name, tags) ->
                        remember(
                                new Recent(
                                        position,
                                        new QualifiedName(name),
                                        tags.stream()
                                                .map(TagText::parse)
                                                .collect(Collectors.toUnmodifiableSet())))));
    }

    void accepted(long position, Append.Row row) {
        Recent recent = new Recent(position, new QualifiedName(row.name()), row.tags());
        ofThisBatch.add(recent);
        remember(recent);
    }

    private void remember(Recent recent) {
        recent.tags.forEach(tag -> byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(recent));
    }

    boolean conflictWith(Append append) throws SQLException {
        if (!append.isConditional()) {
            return false;
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
        Tag any = criterion.tags().iterator().next();
        return byTag.getOrDefault(any, List.of()).stream()
                .anyMatch(recent ->
                        recent.position > since && criterion.matches(recent.name, recent.tags));
    }

    private boolean isMetByName(Set<QualifiedName> names, long since) throws SQLException {
        if (ofThisBatch.stream().anyMatch(recent -> names.contains(recent.name))) {
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
