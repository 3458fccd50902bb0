package shopkeeper.persistence.schema;

import java.sql.Connection;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.impl.DataSourceConnectionProvider;

/** The pool's connections; a pool that has none to give is an outage, also for a transaction. */
final class PoolConnections implements ConnectionProvider {
    private final ConnectionProvider pool;

    PoolConnections(DataSource pool) {
        this.pool = new DataSourceConnectionProvider(pool);
    }

    @Override
    public Connection acquire() {
        try {
            return pool.acquire();
        } catch (RuntimeException e) {
            throw DatabaseUnavailable.where(e);
        }
    }

    @Override
    public void release(Connection connection) {
        pool.release(connection);
    }
}
