package shopkeeper.persistence.eventlog;

import org.jspecify.annotations.Nullable;

/** A stored fact that this version of the program cannot read; the feed parks it. */
public final class UnreadableFact extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFact(String message) {
        this(message, null);
    }

    UnreadableFact(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
