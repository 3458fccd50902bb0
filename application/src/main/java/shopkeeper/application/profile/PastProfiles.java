package shopkeeper.application.profile;

import java.util.Optional;
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
    Optional<Profile> profile(CustomerId customer, Position then);
}
