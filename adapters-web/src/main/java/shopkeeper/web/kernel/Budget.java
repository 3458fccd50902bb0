package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * How long a request may take: 10 seconds, or what its client has time for ({@code
 * Shopkeeper-Budget-Ms}).
 */
public final class Budget {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration WAITING = Duration.ofSeconds(2);
    private static final String HEADER = "Shopkeeper-Budget-Ms";

    private Budget() {}

    /** How long it may wait for something before it begins. */
    public static Duration patience(HttpServletRequest request) {
        var told = request.getHeader(HEADER);
        return told == null
                ? WAITING
                : Duration.ofMillis(Input.number(HEADER, told, 1, (int) LONGEST.toMillis()));
    }
}
