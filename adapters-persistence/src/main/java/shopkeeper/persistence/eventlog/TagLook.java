package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/**
 * The look that every decision begins with: facts with any of some tags, whatever their names, or
 * with any of other tags and one of some names. It is made thousands of times a second, so its text
 * is fixed and the driver keeps it prepared.
 */
record TagLook(Set<String> tags, Set<String> namedTags, Set<QualifiedName> names) {
    private static final String COLUMNS =
            "select h.position, e.position, e.id, e.name, e.version, e.payload, e.metadata, e.recorded_at from log_head h ";

    private static final String BY_TAG =
            COLUMNS
                    + """
                    left join event_tag found on found.tag = any (?)
                    left join event e on e.position = found.position
                    order by e.position\
                    """;

    private static final String BY_TAG_OR_NAMED_TAG =
            COLUMNS
                    + """
                    left join (
                        select position from event_tag where tag = any (?)
                        union
                        select position from event_tag where tag = any (?) and name = any (?)) found on true
                    left join event e on e.position = found.position
                    order by e.position\
                    """;

    /** Empty where the criteria ask for more than this look can see. */
    static Optional<TagLook> of(EventCriteria criteria) {
        Set<String> tags = new HashSet<>();
        Set<String> namedTags = new HashSet<>();
        Set<Set<QualifiedName>> names = new HashSet<>();
        for (EventCriterion criterion : criteria.flatten()) {
            if (criterion.tags().size() != 1) {
                return Optional.empty();
            }
            String tag = TagText.of(criterion.tags().iterator().next());
            if (criterion.types().isEmpty()) {
                tags.add(tag);
            } else {
                namedTags.add(tag);
                names.add(criterion.types());
            }
        }
        boolean simple =
                criteria.hasCriteria()
                        && names.size() <= 1
                        && !(tags.size() > 1 && namedTags.isEmpty());
        return simple
                ? Optional.of(
                        new TagLook(
                                tags,
                                namedTags,
                                names.isEmpty() ? Set.of() : names.iterator().next()))
                : Optional.empty();
    }

    LogTable.Read at(Connection connection) throws SQLException {
        try (PreparedStatement look =
                connection.prepareStatement(namedTags.isEmpty() ? BY_TAG : BY_TAG_OR_NAMED_TAG)) {
            look.setObject(1, tags.toArray(String[]::new));
            if (!namedTags.isEmpty()) {
                look.setObject(2, namedTags.toArray(String[]::new));
                look.setObject(3, names.stream().map(QualifiedName::name).toArray(String[]::new));
            }
            try (ResultSet rows = look.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static LogTable.Read read(ResultSet rows) throws SQLException {
        List<LogTable.Stored> facts = new ArrayList<>();
        long head = 0;
        while (rows.next()) {
            head = rows.getLong(1);
            long position = rows.getLong(2);
            if (!rows.wasNull()) {
                facts.add(
                        new LogTable.Stored(
                                position,
                                rows.getObject(3, UUID.class),
                                rows.getString(4),
                                rows.getInt(5),
                                rows.getString(6),
                                rows.getString(7),
                                rows.getObject(8, OffsetDateTime.class).toInstant()));
            }
        }
        return new LogTable.Read(head, facts);
    }
}
