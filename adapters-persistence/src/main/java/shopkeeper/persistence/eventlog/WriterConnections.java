package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import shopkeeper.persistence.schema.Database;

/**
 * The writer's own connections: a writer that freezes while it holds the head must not stop the
 * other nodes.
 */
record WriterConnections(Database database) implements LogWriter.Connections {
    @Override
    public Connection open() throws SQLException {
        return database.connect(
                "log-writer",
                "-c idle_in_transaction_session_timeout=2000 -c transaction_timeout=5000"
                        + " -c plan_cache_mode=force_generic_plan");
    }

    @Override
    public DSLContext on(Connection connection) {
        return database.on(connection);
    }
}
