package shopkeeper.application.profile;

import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.profile.Identifier;

/** Finds the customer whom an identifier points at now; never makes one. */
public interface FindCustomer {
    Optional<CustomerId> find(Identifier identifier);
}
