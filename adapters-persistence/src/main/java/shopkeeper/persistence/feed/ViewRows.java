package shopkeeper.persistence.feed;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/**
 * The rows of a view, as one transaction changes them. What is added waits for the end, or for the
 * next other statement, and goes in one statement a table, however many rows it is.
 */
public final class ViewRows {
    private final DSLContext tx;
    private final Map<Columns, List<TableRecord<?>>> added = new LinkedHashMap<>();

    /** Of which rows only some were set: the database has its own idea of the others. */
    private record Columns(Table<?> table, List<Field<?>> fields) {
        static Columns of(TableRecord<?> row) {
            return new Columns(
                    row.getTable(), Arrays.stream(row.fields()).filter(row::touched).toList());
        }

        /** The rows' values of each column as one array. */
        Table<Record> together(List<TableRecord<?>> rows) {
            var arrays = fields.stream().map(field -> array(field, rows)).toList();
            return DSL.table("unnest({0})", DSL.list(arrays));
        }

        @SuppressWarnings("unchecked")
        private static <T> Param<T[]> array(Field<T> field, List<TableRecord<?>> rows) {
            T[] values = (T[]) Array.newInstance(field.getType(), rows.size());
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.get(i).get(field);
            }
            return DSL.val(values, field.getDataType().array());
        }
    }

    private ViewRows(DSLContext tx) {
        this.tx = tx;
    }

    /** Everything is sent when it returns. */
    public static void change(DSLContext tx, Consumer<ViewRows> changes) {
        ViewRows rows = new ViewRows(tx);
        changes.accept(rows);
        rows.send();
    }

    /** A row that is not there yet, with what was set of it. */
    public void add(TableRecord<?> row) {
        added.computeIfAbsent(Columns.of(row), _ -> new ArrayList<>()).add(row);
    }

    /** For every other statement, after what was added so far. */
    public DSLContext sql() {
        send();
        return tx;
    }

    private void send() {
        added.forEach((columns, rows) ->
                tx.insertInto(columns.table(), columns.fields())
                        .select(DSL.selectFrom(columns.together(rows)))
                        .execute());
        added.clear();
    }
}
