package shopkeeper.persistence.feed;

import static org.jooq.impl.DSL.name;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The tables of a view once more, empty and beside the live ones, in a schema of their own: whoever
 * writes over this connection writes to them.
 */
final class Shadow {
    private static final String LIVE = "public";
    private static final List<String> KEPT_BESIDE = List.of("parked_fact", "follower_position");

    private final DSLContext sql;
    private final String view;
    private final String schema;
    private final List<String> tables;

    /**
     * @param sql on a connection that nobody else uses
     */
    Shadow(DSLContext sql, Projection view) {
        this.sql = sql;
        this.view = view.name();
        this.schema = "replay_" + view.name().replace('-', '_');
        this.tables = view.tables().stream().map(Table::getName).toList();
    }

    /** What an earlier replay left half-done goes first. */
    void make() {
        sql.execute("drop schema if exists {0} cascade", name(schema));
        sql.execute("create schema {0}", name(schema));
        for (String table : tables) {
            sql.execute(
                    "create table {0} (like {1} including all excluding indexes)",
                    shadow(table), live(table));
            keys(table);
        }
        for (String table : KEPT_BESIDE) {
            sql.execute("create table {0} (like {1} including all)", shadow(table), live(table));
        }
        sql.execute("set search_path to {0}, {1}", name(schema), name(LIVE));
        sql.execute("insert into follower_position (follower, position) values (?, 0)", view);
    }

    /**
     * At once, since effects find their rows by them; under the names they have in the live view.
     */
    private void keys(String table) {
        for (Record key :
                sql.fetch(
                        """
                        select conname, pg_get_constraintdef(oid) from pg_constraint
                        where conrelid = ?::regclass and contype in ('p', 'u') order by conname\
                        """,
                        LIVE + "." + table)) {
            sql.execute(
                    "alter table {0} add constraint {1} " + key.get(1, String.class),
                    shadow(table),
                    name(key.get(0, String.class)));
        }
    }

    /** The others are faster made at the end. */
    void index() {
        for (String table : tables) {
            for (String made :
                    sql.fetch(
                                    """
                                    select indexdef from pg_indexes
                                    where schemaname = ? and tablename = ? and indexname not in
                                        (select conname from pg_constraint where conrelid = ?::regclass)
                                    order by indexname\
                                    """,
                                    LIVE,
                                    table,
                                    LIVE + "." + table)
                            .map(row -> row.get(0, String.class))) {
                sql.execute(made.replace(" ON " + LIVE + ".", " ON " + schema + "."));
            }
            sql.execute("analyze {0}", shadow(table));
        }
    }

    Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : tables) {
            rows.put(
                    table,
                    sql.fetchSingle("select count(*) from {0}", shadow(table)).get(0, Long.class));
        }
        return rows;
    }

    ViewDump dump() {
        return ViewDump.of(sql, schema, tables);
    }

    ViewDump dumpLive() {
        return ViewDump.of(sql, LIVE, tables);
    }

    /**
     * The live view's row, held until the end of the transaction.
     *
     * @return how far the live view has come
     */
    static long lockLive(DSLContext tx, String view) {
        return tx.fetchOptional(
                        "select position from public.follower_position where follower = ? for update",
                        view)
                .map(row -> row.get(0, Long.class))
                .orElse(0L);
    }

    /** In the transaction that holds the live view's row: nobody sees a moment in between. */
    void swap(DSLContext tx) {
        for (String table : tables) {
            tx.execute("drop table {0}", live(table));
            tx.execute("alter table {0} set schema {1}", shadow(table), name(LIVE));
        }
        tx.execute(
                """
                update {0} again set first_at = before.first_at, attempts = again.attempts + before.attempts
                from public.parked_fact before where before.follower = again.follower
                and before.node = again.node and before.position = again.position\
                """,
                shadow("parked_fact"));
        tx.execute("delete from public.parked_fact where follower = ? and node = ''", view);
        tx.execute("insert into public.parked_fact select * from {0}", shadow("parked_fact"));
    }

    void drop() {
        sql.execute("drop schema if exists {0} cascade", name(schema));
    }

    private Name shadow(String table) {
        return name(schema, table);
    }

    private static Name live(String table) {
        return name(LIVE, table);
    }
}
