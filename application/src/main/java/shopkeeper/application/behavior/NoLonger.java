package shopkeeper.application.behavior;

import java.util.Optional;
import shopkeeper.domain.behavior.KeepingPolicy;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.consent.Purpose;

/** What a word about the use of data takes away from what is kept of behavior. */
public final class NoLonger {
    private NoLonger() {}

    /** The purpose that behavior may no longer be kept for. */
    public static Optional<Purpose> keptFor(ConsentEvent word) {
        var purpose = word.use().purpose();
        if (!KeepingPolicy.PURPOSES.contains(purpose)) {
            return Optional.empty();
        }
        return switch (word) {
            case ConsentGranted _ -> Optional.empty();
            case ConsentRefused _, ConsentWithdrawn _, RefusalCarriedOver _ -> Optional.of(purpose);
        };
    }
}
