package shopkeeper.application.consent;

import java.time.Instant;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;

/**
 * May we, now? Asked strictly: an acknowledged withdrawal is seen by every question that begins
 * after it, on every node, however far behind the views are.
 */
public interface AskPermission {
    Permission may(CustomerId customer, Use use, Instant at);
}
