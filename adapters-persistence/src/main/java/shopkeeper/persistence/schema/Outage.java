package shopkeeper.persistence.schema;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import shopkeeper.application.kernel.Unavailable;

/** Tells a broken connection or server from a statement that can never succeed. */
public final class Outage {
    private Outage() {}

    /** True when the same may succeed later without anybody changing anything. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unavailable
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    || (cause instanceof SQLException sql && isOutage(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Connection lost; server going down; out of resources; a statement that took too long or was
     * cancelled; the server's other time limits; deadlock and serialization.
     */
    @SuppressWarnings("NullAway") // getSQLState may be null
    private static boolean isOutage(String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P")
                        || state.equals("57014")
                        || state.startsWith("53")
                        || state.startsWith("40")
                        || state.equals("25P03")
                        || state.equals("25P04"));
    }
}
