package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection that batches are written on, opened again when it is lost. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final LogWriter.Connections connections;

    /** Held in the database by a transaction of this lane, so that its end can be waited for. */
    private final long key = ThreadLocalRandom.current().nextLong();

    private @Nullable Connection connection;

    Lane(LogWriter.Connections connections) {
        this.connections = connections;
    }

    long key() {
        return key;
    }

    Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = connections.open();
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    boolean isLost() {
        try {
            return connection == null || !connection.isValid(1);
        } catch (SQLException e) {
            return true;
        }
    }

    void rollback() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            disconnect();
        }
    }

    void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A lost connection could not be closed", e);
        } finally {
            connection = null;
        }
    }
}
