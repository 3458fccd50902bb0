package shopkeeper.benchmarks.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.postgresql.PGConnection;
import shopkeeper.persistence.schema.Database;

/** The same bytes as the log's events, without tags or conditions, as fast as JDBC takes them. */
final class RawPostgres implements AutoCloseable {
    private static final int COPIED_AT_ONCE = 5_000;
    static final String METADATA =
            "{\"message\":\"bench/01234567-89ab-cdef-0123-456789abcdef\",\"content\":\"%s\"}"
                    .formatted("0123456789abcdef".repeat(4));
    private static final String INSERT =
            "insert into raw_event (id, name, version, payload, metadata, recorded_at)"
                    + " values (?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final String payload;
    private final List<Connection> open = new ArrayList<>();

    /**
     * @param payload as the log writes it
     */
    RawPostgres(Database database, String payload) {
        this.database = database;
        this.payload = payload;
        database.sql()
                .execute(
                        """
                        create table if not exists raw_event (
                            position bigserial primary key, id uuid not null unique, name text not null,
                            version text not null, payload text not null, metadata text not null,
                            recorded_at timestamptz not null)\
                        """);
    }

    double inserts(int connections, Duration time) throws Exception {
        return Callers.perSecond(connections, time, _ -> inserting());
    }

    Histogram alone(Duration time) throws Exception {
        return Callers.alone(time, _ -> inserting());
    }

    private Callers.Work inserting() throws SQLException {
        Connection connection = connect();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        return () -> {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, Noted.NAME);
            insert.setString(3, "1");
            insert.setString(4, payload);
            insert.setString(5, METADATA);
            insert.setObject(6, OffsetDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
        };
    }

    /** Rows a second on two connections. */
    double copied(Duration time) throws Exception {
        return COPIED_AT_ONCE * Callers.perSecond(2, time, _ -> copying());
    }

    private Callers.Work copying() throws SQLException {
        var copy = connect().unwrap(PGConnection.class).getCopyAPI();
        return () -> {
            var rows = new StringBuilder(COPIED_AT_ONCE * (payload.length() + 250));
            for (int row = 0; row < COPIED_AT_ONCE; row++) {
                rows.append(UUID.randomUUID())
                        .append('\t')
                        .append(Noted.NAME)
                        .append("\t1\t")
                        .append(payload)
                        .append('\t')
                        .append(METADATA)
                        .append('\t')
                        .append(OffsetDateTime.now(ZoneOffset.UTC))
                        .append('\n');
            }
            var in =
                    copy.copyIn(
                            "copy raw_event (id, name, version, payload, metadata, recorded_at) from stdin");
            byte[] bytes = rows.toString().getBytes(UTF_8);
            in.writeToCopy(bytes, 0, bytes.length);
            in.endCopy();
        };
    }

    private Connection connect() throws SQLException {
        var connection = database.connect("raw", "");
        open.add(connection);
        return connection;
    }

    /** The next round begins with none of its connections left. */
    void disconnect() throws SQLException {
        for (Connection connection : open) {
            connection.close();
        }
        open.clear();
    }

    @Override
    public void close() throws SQLException {
        disconnect();
        database.sql().execute("drop table raw_event");
    }
}
