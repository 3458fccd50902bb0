package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;

/** When somebody brought something back last: a quick look before their receipts are read. */
public interface LastReturns {
    /**
     * @param person the customer and the visitors they once were, who are one person
     */
    Optional<Instant> of(Collection<CustomerId> person);
}
