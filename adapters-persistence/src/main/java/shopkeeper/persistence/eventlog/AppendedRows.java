package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a batch as columns, and how far the log goes with them: statements whose text never
 * changes, however many rows there are, and which travel together.
 */
final class AppendedRows {
    private static final String ALL =
            """
            insert into event (position, id, name, version, payload, metadata, recorded_at)
            select position, id::uuid, name, version, payload, metadata,
                timestamptz 'epoch' + micros * interval '1 microsecond'
            from unnest(?, ?, ?, ?, ?, ?, ?) as fact (position, id, name, version, payload, metadata, micros);
            insert into event_tag (tag, position, name) select * from unnest(?, ?, ?);
            update log_head set position = ?\
            """;

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

    /** Nothing where there is nothing. */
    void insert(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ALL)) {
            insert.setObject(1, positions(rows, Placed::position));
            insert.setObject(2, texts(rows, placed -> placed.row.id().toString()));
            insert.setObject(3, texts(rows, placed -> placed.row.name()));
            insert.setObject(4, texts(rows, placed -> placed.row.version()));
            insert.setObject(5, texts(rows, placed -> placed.row.payload()));
            insert.setObject(6, texts(rows, placed -> placed.row.metadata()));
            insert.setObject(7, positions(rows, placed -> micros(placed.row.at().toInstant())));
            insert.setObject(8, texts(tags, Tagged::tag));
            insert.setObject(9, positions(tags, Tagged::position));
            insert.setObject(10, texts(tags, Tagged::name));
            insert.setLong(11, rows.getLast().position);
            insert.execute();
        }
    }

    /** As the database keeps time. */
    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static <T> long[] positions(List<T> rows, Function<T, Long> value) {
        return rows.stream().mapToLong(value::apply).toArray();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
