package shopkeeper.application.profile;

import java.util.List;
import java.util.function.Function;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileRefusal;
import shopkeeper.domain.profile.Register;

/** The register of customers, opened where some identifiers point. */
public interface Registers {
    Recorded<ProfileEvent, ProfileRefusal> decide(
            List<IdentifierKey> keys,
            Message message,
            Function<Register, Outcome<ProfileEvent, ProfileRefusal>> decide);

    /** With every acknowledged fact in it. */
    Register current(List<IdentifierKey> keys);
}
