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
import org.jspecify.annotations.Nullable;

/**
 * Several looks as one statement, as of one moment. It is made thousands of times a second, so its
 * text is fixed and the driver keeps it prepared.
 */
final class TagLooks {
    private static final String ALL =
            """
            select h.position, found.tag, e.position, e.id, e.name, e.version, e.payload, e.metadata, e.recorded_at
            from log_head h
            left join (
                select t.tag, t.position
                from unnest(?, ?) as wanted (tag, name)
                join event_tag t on t.tag = wanted.tag and (wanted.name is null or t.name = wanted.name)) found on true
            left join event e on e.position = found.position\
            """;

    private final List<TagLook> looks;
    private final Map<String, TreeMap<Long, LogTable.Stored>> byTag = new HashMap<>();
    private long head;

    private TagLooks(List<TagLook> looks) {
        this.looks = looks;
    }

    static List<LogTable.Read> at(Connection connection, List<TagLook> looks) throws SQLException {
        TagLooks all = new TagLooks(looks);
        all.read(connection);
        return looks.stream().map(all::seenBy).toList();
    }

    /** A name of null: whatever it is called. */
    private record Wanted(String tag, @Nullable String name) {}

    private void read(Connection connection) throws SQLException {
        Set<Wanted> wanted = new LinkedHashSet<>();
        for (TagLook look : looks) {
            look.tags().forEach(tag -> wanted.add(new Wanted(tag, null)));
            for (QualifiedName name : look.names()) {
                look.namedTags().forEach(tag -> wanted.add(new Wanted(tag, name.name())));
            }
        }
        try (PreparedStatement look = connection.prepareStatement(ALL)) {
            look.setObject(1, wanted.stream().map(Wanted::tag).toArray(String[]::new));
            look.setObject(2, wanted.stream().map(Wanted::name).toArray(String[]::new));
            try (ResultSet rows = look.executeQuery()) {
                while (rows.next()) {
                    head = rows.getLong(1);
                    String tag = rows.getString(2);
                    if (tag != null) {
                        remember(tag, rows);
                    }
                }
            }
        }
    }

    /** A fact with several of the tags, or wanted by name and anyhow, comes several times. */
    private void remember(String tag, ResultSet rows) throws SQLException {
        TreeMap<Long, LogTable.Stored> known = byTag.computeIfAbsent(tag, _ -> new TreeMap<>());
        long position = rows.getLong(3);
        if (!known.containsKey(position)) {
            known.put(position, stored(position, rows));
        }
    }

    private static LogTable.Stored stored(long position, ResultSet rows) throws SQLException {
        return new LogTable.Stored(
                position,
                rows.getObject(4, UUID.class),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getObject(9, OffsetDateTime.class).toInstant());
    }

    private LogTable.Read seenBy(TagLook look) {
        if (byTag.isEmpty()) {
            return new LogTable.Read(head, List.of());
        }
        TreeMap<Long, LogTable.Stored> seen = new TreeMap<>();
        look.tags().forEach(tag -> seen.putAll(byTag.getOrDefault(tag, new TreeMap<>())));
        for (String tag : look.namedTags()) {
            byTag.getOrDefault(tag, new TreeMap<>())
                    .forEach((position, fact) -> {
                        if (look.names().contains(new QualifiedName(fact.name()))) {
                            seen.put(position, fact);
                        }
                    });
        }
        return new LogTable.Read(head, new ArrayList<>(seen.values()));
    }
}
