package shopkeeper.persistence.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.postgresql.PGConnection;
import shopkeeper.persistence.schema.Database;

/**
 * A view's tables in one fixed form: every row as text, in the order of all its columns. Two views
 * with the same dump are equal byte for byte.
 */
public record ViewDump(List<TableDump> tables) {
    public ViewDump {
        tables = List.copyOf(tables);
    }

    /**
     * @param digest SHA-256 of the rows
     */
    public record TableDump(String table, long rows, String digest) {}

    /** Of the live view, as of one moment. */
    public static ViewDump live(Database database, Projection view) {
        return database.sql()
                .transactionResult(transaction -> {
                    DSLContext tx = transaction.dsl();
                    tx.execute("set transaction isolation level repeatable read, read only");
                    return of(tx, "public", view.tables().stream().map(Table::getName).toList());
                });
    }

    public long rows() {
        return tables.stream().mapToLong(TableDump::rows).sum();
    }

    static ViewDump of(DSLContext sql, String schema, List<String> tables) {
        return sql.connectionResult(connection -> {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            List<TableDump> dumps = new ArrayList<>();
            for (String table : tables) {
                MessageDigest digest = sha256();
                long rows;
                try (OutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                    rows =
                            postgres.getCopyAPI()
                                    .copyOut(
                                            "copy (select t.* from \"%s\".\"%s\" t order by t::text collate \"C\") to stdout"
                                                    .formatted(schema, table),
                                            out);
                } catch (IOException e) {
                    throw new SQLException("the dump of " + table + " was cut short", e);
                }
                dumps.add(new TableDump(table, rows, HexFormat.of().formatHex(digest.digest())));
            }
            return new ViewDump(dumps);
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
