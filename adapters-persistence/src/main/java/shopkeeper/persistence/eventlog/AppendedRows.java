package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a batch as columns: two statements whose text never changes, however many rows there
 * are.
 */
final class AppendedRows {
    private static final String EVENTS =
            """
            insert into event (position, id, name, version, payload, metadata, recorded_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)\
            """;
    private static final String TAGS =
            "insert into event_tag (tag, position, name) select * from unnest(?, ?, ?)";

    private final List<Placed> rows = new ArrayList<>();
    private final List<Tagged> tags = new ArrayList<>();

    private record Placed(long position, Append.Row row) {}

    private record Tagged(String tag, long position, String name) {}

    void add(long position, Append.Row row) {
        rows.add(new Placed(position, row));
        for (Tag tag : row.tags()) {
            tags.add(new Tagged(TagText.of(tag), position, row.name()));
        }
    }

    /** The id of one fact, by which the whole batch is found again. */
    @Nullable UUID witness() {
        return rows.isEmpty() ? null : rows.getFirst().row.id();
    }

    void insert(Connection connection) throws SQLException {
        if (!rows.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(EVENTS)) {
                column(insert, 1, "bigint", rows, Placed::position);
                column(insert, 2, "uuid", rows, placed -> placed.row.id());
                column(insert, 3, "text", rows, placed -> placed.row.name());
                column(insert, 4, "text", rows, placed -> placed.row.version());
                column(insert, 5, "text", rows, placed -> placed.row.payload());
                column(insert, 6, "text", rows, placed -> placed.row.metadata());
                column(insert, 7, "timestamptz", rows, placed -> placed.row.at());
                insert.executeUpdate();
            }
        }
        if (!tags.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(TAGS)) {
                column(insert, 1, "text", tags, Tagged::tag);
                column(insert, 2, "bigint", tags, Tagged::position);
                column(insert, 3, "text", tags, Tagged::name);
                insert.executeUpdate();
            }
        }
    }

    private static <T> void column(
            PreparedStatement insert,
            int index,
            String type,
            List<T> rows,
            Function<T, Object> value)
            throws SQLException {
        Object[] values = rows.stream().map(value).toArray();
        insert.setArray(index, insert.getConnection().createArrayOf(type, values));
    }
}
