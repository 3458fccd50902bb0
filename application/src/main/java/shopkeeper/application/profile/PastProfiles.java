package shopkeeper.application.profile;

import java.util.Optional;
import java.util.Set;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;

/** Who a customer was once, as the log tells it. */
public interface PastProfiles {
    /**
     * As the log knew them when it had come there: a visitor is shown as the customer only if that
     * was known then, an identifier with whoever held it then. What was erased since stays erased.
     *
     * @return empty when nobody had met them yet
     */
    Optional<Once> once(CustomerId customer, Position then);

    /**
     * Somebody as they were known once.
     *
     * @param everyone the customer, and every visitor that was known then to be them
     */
    record Once(Profile profile, Set<CustomerId> everyone) {
        public Once {
            everyone = Set.copyOf(everyone);
        }
    }
}
