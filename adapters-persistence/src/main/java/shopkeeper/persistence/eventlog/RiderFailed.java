package shopkeeper.persistence.eventlog;

import java.sql.SQLException;

/** What rides with an append could not be written: nobody else in its batch is to blame. */
@SuppressWarnings("serial") // never leaves the writer
final class RiderFailed extends RuntimeException {
    private static final String LOCKED = "55P03";

    private final Append append;
    private final RuntimeException why;

    RiderFailed(Append append, RuntimeException cause) {
        super(cause);
        this.append = append;
        this.why = cause;
    }

    Append append() {
        return append;
    }

    /** What its caller hears: who was in the way now may be gone the next time. */
    RuntimeException told() {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCKED.equals(sql.getSQLState())) {
                return new LogUnavailable("what is written with the append is locked", why);
            }
        }
        return why;
    }
}
