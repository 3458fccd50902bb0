package shopkeeper.persistence.schema;

import shopkeeper.application.kernel.Unavailable;

/** The database cannot be reached, or is too slow: the same may succeed later. */
final class DatabaseUnavailable extends Unavailable {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(Throwable cause) {
        super("the database cannot be reached or is too slow", cause);
    }

    /** The failure as it is, unless an outage is behind it. */
    static RuntimeException where(RuntimeException failure) {
        return !(failure instanceof Unavailable) && Outage.isBehind(failure)
                ? new DatabaseUnavailable(failure)
                : failure;
    }
}
