package shopkeeper.persistence.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be reached or is too slow: try again later; nothing is known to be wrong with
 * the message.
 */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
