package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import shopkeeper.domain.kernel.Position;

/**
 * One row that rides with an append; the rows of a batch that share a statement are sent together,
 * after all other riders. For riders that come by the thousand: the statement's text is fixed.
 *
 * @param statement with a question mark for each value; what does not hurt twice
 * @param values in their order, by the position of the append's last fact
 */
public record RowRider(String statement, LongFunction<List<Object>> values) implements Rider {
    @Override
    public void write(DSLContext tx, Position last) {
        tx.connection(connection -> {
            try (PreparedStatement row = connection.prepareStatement(statement)) {
                set(row, last.value());
                row.executeUpdate();
            }
        });
    }

    private void set(PreparedStatement row, long position) throws SQLException {
        int index = 0;
        for (Object value : values.apply(position)) {
            row.setObject(++index, value);
        }
    }

    /** Rows of one batch by their statement. */
    static final class Rows {
        private final Map<String, List<Placed>> rows = new LinkedHashMap<>();

        private record Placed(RowRider rider, long position) {}

        void add(RowRider rider, long position) {
            rows.computeIfAbsent(rider.statement, _ -> new ArrayList<>())
                    .add(new Placed(rider, position));
        }

        void insert(Connection connection) throws SQLException {
            for (Map.Entry<String, List<Placed>> alike : rows.entrySet()) {
                try (PreparedStatement row = connection.prepareStatement(alike.getKey())) {
                    for (Placed placed : alike.getValue()) {
                        placed.rider.set(row, placed.position);
                        row.addBatch();
                    }
                    row.executeBatch();
                }
            }
        }
    }
}
