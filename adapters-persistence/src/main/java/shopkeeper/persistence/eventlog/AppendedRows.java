package shopkeeper.persistence.eventlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a batch as columns: statements whose text never changes, however many rows there
 * are, and which travel together.
 */
final class AppendedRows {
    private static final String ALL =
            """
            insert into event (position, id, name, version, payload, metadata, recorded_at, story)
            select position, id::uuid, name, version, payload, metadata,
                timestamptz 'epoch' + micros * interval '1 microsecond', story
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                as fact (position, id, name, version, payload, metadata, micros, story);
            insert into event_tag (tag, position, name) select * from unnest(?, ?, ?)\
            """;

    private final List<Placed> rows = new ArrayList<>();
    private final List<Tagged> tags = new ArrayList<>();

    private record Placed(long position, Append.Row row, @Nullable String story) {}

    private record Tagged(String tag, long position, String name) {}

    void add(long position, Append.Row row) {
        String story = storyOf(row);
        rows.add(new Placed(position, row, story));
        for (Tag tag : row.tags()) {
            String text = TagText.of(tag);
            if (!text.equals(story)) {
                tags.add(new Tagged(text, position, row.name()));
            }
        }
    }

    /** The tag that stands in the fact's own row: the first by name that is not its message's. */
    private static @Nullable String storyOf(Append.Row row) {
        String first = null;
        for (Tag tag : row.tags()) {
            if (!tag.key().equals(MessageMark.NAME)) {
                String text = TagText.of(tag);
                first = first == null || text.compareTo(first) < 0 ? text : first;
            }
        }
        return first;
    }

    /** The id of one fact, by which the whole batch is found again. */
    @Nullable UUID witness() {
        return rows.isEmpty() ? null : rows.getFirst().row.id();
    }

    /** Nothing where there is nothing. */
    void addTo(Statements statements) {
        if (rows.isEmpty()) {
            return;
        }
        statements.add(
                ALL,
                List.of(
                        positions(rows, Placed::position),
                        texts(rows, placed -> placed.row.id().toString()),
                        texts(rows, placed -> placed.row.name()),
                        texts(rows, placed -> placed.row.version()),
                        texts(rows, placed -> placed.row.payload()),
                        texts(rows, placed -> placed.row.metadata()),
                        positions(rows, placed -> micros(placed.row.at().toInstant())),
                        texts(rows, Placed::story),
                        texts(tags, Tagged::tag),
                        positions(tags, Tagged::position),
                        texts(tags, Tagged::name)));
    }

    /** As the database keeps time. */
    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static <T> long[] positions(List<T> rows, Function<T, Long> value) {
        return rows.stream().mapToLong(value::apply).toArray();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> value) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = value.apply(rows.get(i));
        }
        return texts;
    }
}
