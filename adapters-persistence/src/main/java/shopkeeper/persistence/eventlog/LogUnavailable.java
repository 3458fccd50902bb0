package shopkeeper.persistence.eventlog;

import org.jspecify.annotations.Nullable;
import shopkeeper.application.kernel.Unavailable;

/**
 * The database cannot be reached or is too slow: try again later; nothing is known to be wrong with
 * the message.
 */
public final class LogUnavailable extends Unavailable {
    private static final long serialVersionUID = 1L;

    LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
