package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import shopkeeper.domain.behavior.Session;
import shopkeeper.domain.kernel.CustomerId;

/**
 * What somebody is doing right now; whoever asks has asked for permission before naming customers.
 */
public interface SessionView {
    /**
     * The visit that is going on.
     *
     * @param person the customer and the visitors they once were, who are one person
     */
    Optional<Session> session(Collection<CustomerId> person, Instant now);
}
