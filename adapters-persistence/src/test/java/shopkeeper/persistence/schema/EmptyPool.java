package shopkeeper.persistence.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool whose connections are all taken. */
final class EmptyPool extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection() throws SQLException {
        throw new SQLTransientConnectionException("all are taken");
    }
}
