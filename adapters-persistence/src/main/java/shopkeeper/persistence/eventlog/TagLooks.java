package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.messaging.core.QualifiedName;

/**
 * Several looks in one way there and back. They are made thousands of times a second, so their
 * texts are few and the driver keeps them prepared.
 *
 * <p>The head is read first, and of what the statements after it see, only what stands up to it
 * counts: so all is as of that one moment. Plain statements cost PostgreSQL half of what one does
 * that joins them.
 */
final class TagLooks {
    private static final String HEAD = "select position from log_head";
    private static final String FACTS =
            "e.position, e.id, e.name, e.version, e.payload, e.metadata, e.recorded_at";
    private static final String STORIES =
            "select e.story, "
                    + FACTS
                    + " from unnest(?) as wanted (tag) join event e on e.story = wanted.tag";
    private static final String TAGGED =
            "select t.tag, "
                    + FACTS
                    + " from unnest(?) as wanted (tag) join event_tag t on t.tag = wanted.tag"
                    + " join event e on e.position = t.position";
    private static final String NAMED_STORIES =
            "select e.story, "
                    + FACTS
                    + " from unnest(?, ?) as wanted (tag, name)"
                    + " join event e on e.story = wanted.tag and e.name = wanted.name";
    private static final String NAMED_TAGGED =
            "select t.tag, "
                    + FACTS
                    + " from unnest(?, ?) as wanted (tag, name)"
                    + " join event_tag t on t.tag = wanted.tag and t.name = wanted.name"
                    + " join event e on e.position = t.position";

    private final List<TagLook> looks;
    private final Map<String, List<LogTable.Stored>> byTag = new HashMap<>();
    private long head;

    private TagLooks(List<TagLook> looks) {
        this.looks = looks;
    }

    static List<LogTable.Read> at(Connection connection, List<TagLook> looks) throws SQLException {
        TagLooks all = new TagLooks(looks);
        all.read(connection);
        return looks.stream().map(all::seenBy).toList();
    }

    private record Named(String tag, String name) {}

    private void read(Connection connection) throws SQLException {
        Statements statements = new Statements();
        statements.add(HEAD, List.of());
        askForTags(statements);
        askForNamedTags(statements);
        try (PreparedStatement look = statements.prepared(connection)) {
            look.execute();
            try (ResultSet row = look.getResultSet()) {
                head = row.next() ? row.getLong(1) : 0;
            }
            while (look.getMoreResults()) {
                remember(look.getResultSet());
            }
        }
    }

    private void askForTags(Statements statements) {
        Set<String> wanted = new LinkedHashSet<>();
        looks.forEach(look -> wanted.addAll(look.tags()));
        String[] stories =
                wanted.stream().filter(tag -> !MessageMark.isTag(tag)).toArray(String[]::new);
        if (stories.length > 0) {
            statements.add(STORIES, List.<String[]>of(stories));
        }
        if (!wanted.isEmpty()) {
            statements.add(TAGGED, List.<String[]>of(wanted.toArray(String[]::new)));
        }
    }

    private void askForNamedTags(Statements statements) {
        Set<Named> wanted = new LinkedHashSet<>();
        for (TagLook look : looks) {
            for (QualifiedName name : look.names()) {
                look.namedTags().forEach(tag -> wanted.add(new Named(tag, name.name())));
            }
        }
        if (!wanted.isEmpty()) {
            List<String[]> columns =
                    List.of(
                            wanted.stream().map(Named::tag).toArray(String[]::new),
                            wanted.stream().map(Named::name).toArray(String[]::new));
            statements.add(NAMED_STORIES, columns);
            statements.add(NAMED_TAGGED, columns);
        }
    }

    private void remember(ResultSet rows) throws SQLException {
        try (rows) {
            while (rows.next()) {
                if (rows.getLong(2) <= head) {
                    byTag.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(stored(rows));
                }
            }
        }
    }

    private static LogTable.Stored stored(ResultSet rows) throws SQLException {
        return new LogTable.Stored(
                rows.getLong(2),
                rows.getObject(3, UUID.class),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getObject(8, OffsetDateTime.class).toInstant());
    }

    private LogTable.Read seenBy(TagLook look) {
        List<LogTable.Stored> seen = new ArrayList<>();
        for (String tag : look.tags()) {
            seen.addAll(byTag.getOrDefault(tag, List.of()));
        }
        for (String tag : look.namedTags()) {
            for (LogTable.Stored fact : byTag.getOrDefault(tag, List.of())) {
                if (look.names().contains(new QualifiedName(fact.name()))) {
                    seen.add(fact);
                }
            }
        }
        return new LogTable.Read(head, inOrder(seen));
    }

    /** A fact with several of the tags, or wanted by name and anyhow, came several times. */
    private static List<LogTable.Stored> inOrder(List<LogTable.Stored> seen) {
        long last = 0;
        for (LogTable.Stored fact : seen) {
            if (fact.position() <= last) {
                TreeMap<Long, LogTable.Stored> sorted = new TreeMap<>();
                seen.forEach(each -> sorted.put(each.position(), each));
                return new ArrayList<>(sorted.values());
            }
            last = fact.position();
        }
        return seen;
    }
}
