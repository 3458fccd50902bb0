package shopkeeper.persistence.schema;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import shopkeeper.application.kernel.Unavailable;

/** The PostgreSQL that holds everything: durable, migrated and ready for use once it is open. */
public final class Database implements AutoCloseable {
    /** Those whose statements may take as long as there is data. */
    private static final Set<String> PATIENT = Set.of("migration", "replay");

    private final @Nullable HomePostgres home;
    private final String url;
    private final String password;
    private final HikariDataSource pool;
    private final DSLContext sql;

    private Database(@Nullable HomePostgres home, String url, String password) {
        this.home = home;
        this.url = url;
        this.password = password;
        this.pool = new HikariDataSource(poolConfig());
        this.sql =
                DSL.using(
                        new DefaultConfiguration()
                                .set(SQLDialect.POSTGRES)
                                .set(new PoolConnections(pool))
                                .set(ExecuteListener.onException(Database::tellOutage)));
    }

    /**
     * @param data the platform's data folder; the embedded server keeps its files in {@code
     *     postgres} inside it
     * @param external a JDBC URL with user and password where the shop brings its own server
     * @throws IllegalStateException when the server is not durable, or the folder is in use
     */
    public static Database open(Path data, Optional<String> external) {
        HomePostgres home = external.isPresent() ? null : HomePostgres.start(data);
        try {
            Database database =
                    home == null
                            ? new Database(null, external.orElseThrow(), "")
                            : new Database(home, home.url(), home.password());
            database.prepare();
            return database;
        } catch (RuntimeException e) {
            if (home != null) {
                home.close();
            }
            throw e;
        }
    }

    /**
     * Whether another process has the embedded server of this data folder open now; not to be asked
     * by the one that has it, because asking gives its lock away.
     */
    public static boolean isInUse(Path data) {
        return HomePostgres.isInUse(data);
    }

    /** A JDBC URL, with its password, for the embedded server that another process has open. */
    public static String urlOfRunning(Path data) {
        return HomePostgres.urlOfRunning(data);
    }

    private void prepare() {
        try {
            Durability.demand(sql);
            Flyway.configure()
                    .dataSource(source("migration", ""))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static void tellOutage(ExecuteContext failed) {
        RuntimeException failure = failed.exception();
        if (failure != null) {
            failed.exception(DatabaseUnavailable.where(failure));
        }
    }

    /** Whether it answers now. */
    public boolean isReachable() {
        try {
            sql.selectOne().execute();
            return true;
        } catch (DataAccessException | Unavailable e) {
            return false;
        }
    }

    /**
     * For normal work; a statement may take 5 seconds. An outage, which includes a statement that
     * takes longer, is told by {@link Unavailable}.
     */
    public DSLContext sql() {
        return sql;
    }

    /** A connection outside the pool, for the one who keeps it. */
    public Connection connect(String name, String options) throws SQLException {
        return source(name, options).getConnection();
    }

    public DSLContext on(Connection connection) {
        return DSL.using(connection, SQLDialect.POSTGRES);
    }

    @Override
    public void close() {
        pool.close();
        if (home != null) {
            home.close();
        }
    }

    private HikariConfig poolConfig() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("shopkeeper");
        // Who freezes within a transaction holds up the other nodes no longer than who is slow.
        config.setDataSource(
                source(
                        "shopkeeper",
                        "-c statement_timeout=5000 -c idle_in_transaction_session_timeout=5000"));
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        return config;
    }

    private PGSimpleDataSource source(String name, String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
        source.setApplicationName(name);
        if (!options.isEmpty()) {
            source.setOptions(options);
        }
        // The detail quotes the row, and a row may say what a person told the shop.
        source.setLogServerErrorDetail(false);
        // Many rows become one statement, where nobody counts them.
        source.setReWriteBatchedInserts(name.equals("replay"));
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(5);
        source.setSocketTimeout(PATIENT.contains(name) ? 0 : 20);
        return source;
    }
}
