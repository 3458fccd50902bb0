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
import java.util.function.Function;
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
    private static final String GLANCE = "e.position, e.name, e.version, e.payload";
    private static final String WHOLE = GLANCE + ", e.id, e.metadata, e.recorded_at";
    private static final String STORIES =
            "select number, "
                    + GLANCE
                    + " from unnest(?) with ordinality as wanted (tag, number)"
                    + " join event e on e.story = wanted.tag";
    private static final String TAGGED =
            "select number, "
                    + WHOLE
                    + " from unnest(?) with ordinality as wanted (tag, number)"
                    + " join event_tag t on t.tag = wanted.tag"
                    + " join event e on e.position = t.position";
    private static final String NAMED_STORIES =
            "select number, "
                    + GLANCE
                    + " from unnest(?, ?) with ordinality as wanted (tag, name, number)"
                    + " join event e on e.story = wanted.tag and e.name = wanted.name";
    private static final String NAMED_TAGGED =
            "select number, "
                    + WHOLE
                    + " from unnest(?, ?) with ordinality as wanted (tag, name, number)"
                    + " join event_tag t on t.tag = wanted.tag and t.name = wanted.name"
                    + " join event e on e.position = t.position";

    private final List<TagLook> looks;
    private final Glances glances;
    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, List<StoredFact>> byTag = new HashMap<>();
    private long head;

    /** The tags of one statement, and how much of each fact it gives. */
    private record Asked(List<String> tags, boolean whole) {}

    private TagLooks(List<TagLook> looks, Function<List<Long>, List<LogTable.Stored>> whole) {
        this.looks = looks;
        this.glances = new Glances(whole);
    }

    /**
     * @param whole reads the facts at some positions
     */
    static List<LogTable.Read> at(
            Connection connection,
            List<TagLook> looks,
            Function<List<Long>, List<LogTable.Stored>> whole)
            throws SQLException {
        TagLooks all = new TagLooks(looks, whole);
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
            for (Asked statement : asked) {
                look.getMoreResults();
                remember(look.getResultSet(), statement);
            }
        }
    }

    private void askForTags(Statements statements) {
        Set<String> wanted = new LinkedHashSet<>();
        looks.forEach(look -> wanted.addAll(look.tags()));
        wanted.forEach(glances::askedFor);
        String[] stories =
                wanted.stream().filter(tag -> !MessageMark.isTag(tag)).toArray(String[]::new);
        if (stories.length > 0) {
            statements.add(STORIES, List.<String[]>of(stories));
            asked.add(new Asked(List.of(stories), false));
        }
        if (!wanted.isEmpty()) {
            String[] tags = wanted.toArray(String[]::new);
            statements.add(TAGGED, List.<String[]>of(tags));
            asked.add(new Asked(List.of(tags), true));
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
            String[] tags = wanted.stream().map(Named::tag).toArray(String[]::new);
            String[] names = wanted.stream().map(Named::name).toArray(String[]::new);
            statements.add(NAMED_STORIES, List.of(tags, names));
            asked.add(new Asked(List.of(tags), false));
            statements.add(NAMED_TAGGED, List.of(tags, names));
            asked.add(new Asked(List.of(tags), true));
        }
    }

    /** The facts of one tag mostly come one after the other. */
    private void remember(ResultSet rows, Asked statement) throws SQLException {
        try (rows) {
            int number = 0;
            String tag = "";
            List<StoredFact> facts = List.of();
            while (rows.next()) {
                long position = rows.getLong(2);
                if (position > head) {
                    continue;
                }
                int next = rows.getInt(1);
                if (next != number) {
                    number = next;
                    tag = statement.tags.get(next - 1);
                    facts = byTag.computeIfAbsent(tag, _ -> new ArrayList<>());
                }
                glances.found(tag, position);
                facts.add(statement.whole ? whole(rows, position) : glance(rows, position));
            }
        }
    }

    private StoredFact glance(ResultSet rows, long position) throws SQLException {
        glances.add(position);
        return new Glance(
                position, rows.getString(3), rows.getString(4), rows.getBytes(5), glances);
    }

    private static StoredFact whole(ResultSet rows, long position) throws SQLException {
        return new LogTable.Stored(
                position,
                rows.getObject(6, UUID.class),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(7),
                rows.getObject(8, OffsetDateTime.class).toInstant());
    }

    private LogTable.Read seenBy(TagLook look) {
        List<StoredFact> seen = new ArrayList<>();
        for (String tag : look.tags()) {
            seen.addAll(byTag.getOrDefault(tag, List.of()));
        }
        for (String tag : look.namedTags()) {
            for (StoredFact fact : byTag.getOrDefault(tag, List.of())) {
                if (look.names().contains(new QualifiedName(fact.name()))) {
                    seen.add(fact);
                }
            }
        }
        return new LogTable.Read(head, inOrder(seen));
    }

    /** A fact with several of the tags, or wanted by name and anyhow, came several times. */
    private static List<StoredFact> inOrder(List<StoredFact> seen) {
        long last = 0;
        for (StoredFact fact : seen) {
            if (fact.position() <= last) {
                TreeMap<Long, StoredFact> sorted = new TreeMap<>();
                seen.forEach(each -> sorted.put(each.position(), each));
                return new ArrayList<>(sorted.values());
            }
            last = fact.position();
        }
        return seen;
    }
}
