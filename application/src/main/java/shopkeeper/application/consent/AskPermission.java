package shopkeeper.application.consent;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;

/**
 * May we, now? Asked strictly: an acknowledged withdrawal is seen by every question that begins
 * after it, on every node, however far behind the views are.
 */
public interface AskPermission {
    default Permission may(CustomerId customer, Use use, Instant at) {
        return may(customer, Set.of(), use, at);
    }

    /**
     * The same for somebody who was a visitor before.
     *
     * @param visitors whom this customer turned out to be: every no of theirs counts
     */
    Permission may(CustomerId customer, Set<CustomerId> visitors, Use use, Instant at);

    /**
     * Might we have, then? Of this one ledger, as it stood when the log had come to a position:
     * what was heard later is not told, whatever time it names.
     */
    default Permission mayThen(CustomerId customer, Use use, Position then, Instant at) {
        return mayThen(customer, Set.of(), use, then, at);
    }

    /**
     * The same of somebody who was known by then to have been a visitor before.
     *
     * @param visitors every no of theirs counts
     */
    Permission mayThen(
            CustomerId customer, Set<CustomerId> visitors, Use use, Position then, Instant at);

    /**
     * Which of these purposes each of many customers allows; one question for all of them.
     *
     * @param people the customers, each with the visitors they were
     */
    Map<CustomerId, Set<Purpose>> allowed(
            Map<CustomerId, Set<CustomerId>> people, Set<Purpose> purposes, Instant at);
}
