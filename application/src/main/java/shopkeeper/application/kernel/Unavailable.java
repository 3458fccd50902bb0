package shopkeeper.application.kernel;

import org.jspecify.annotations.Nullable;

/** Something the shop needs cannot be reached now: an outage, so the same may succeed later. */
public class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unavailable(String words) {
        super(words);
    }

    protected Unavailable(String words, @Nullable Throwable cause) {
        super(words, cause);
    }
}
