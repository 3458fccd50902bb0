package shopkeeper.persistence.eventlog;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Position;

/**
 * One row that rides with an append; the rows of a batch that share a statement are written by it
 * at once, after all other riders. For riders that come by the thousand: the statement's text is
 * fixed.
 *
 * @param statement reads its rows from {@code unnest} with a question mark for each column: whole
 *     numbers come as {@code bigint}, all else as {@code text}; what does not hurt twice
 * @param values one of each column, by the position of the append's last fact
 */
public record RowRider(String statement, LongFunction<List<@Nullable Object>> values)
        implements Rider {
    @Override
    public void write(DSLContext tx, Position last) {
        Rows alone = new Rows();
        alone.add(this, last.value());
        Statements statements = new Statements();
        alone.addTo(statements);
        tx.connection(connection -> {
            try (PreparedStatement insert = statements.prepared(connection)) {
                insert.execute();
            }
        });
    }

    /** Rows of one batch by their statement. */
    static final class Rows {
        private final Map<String, List<List<@Nullable Object>>> rows = new LinkedHashMap<>();

        void add(RowRider rider, long position) {
            rows.computeIfAbsent(rider.statement, _ -> new ArrayList<>())
                    .add(rider.values.apply(position));
        }

        void addTo(Statements statements) {
            rows.forEach((statement, all) ->
                    statements.add(
                            statement,
                            IntStream.range(0, all.getFirst().size())
                                    .mapToObj(column -> column(all, column))
                                    .toList()));
        }

        private static Object column(List<List<@Nullable Object>> rows, int number) {
            boolean whole = rows.getFirst().get(number) instanceof Long;
            return whole
                    ? rows.stream().map(row -> row.get(number)).toArray(Long[]::new)
                    : rows.stream()
                            .map(row -> row.get(number) == null ? null : "" + row.get(number))
                            .toArray(String[]::new);
        }
    }
}
