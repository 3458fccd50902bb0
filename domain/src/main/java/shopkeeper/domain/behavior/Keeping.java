package shopkeeper.domain.behavior;

import java.time.LocalDate;
import java.util.Set;
import shopkeeper.domain.consent.Purpose;

/** What becomes of something a customer did. */
public sealed interface Keeping {
    /** It is kept under the customer's name, for these purposes and no other. */
    record Named(Set<Purpose> purposes) implements Keeping {
        public Named {
            purposes = Set.copyOf(purposes);
        }
    }

    /** Nobody allowed more: it counts, and nothing says whose it was. */
    record Counted() implements Keeping {}

    /**
     * It came when its day was no longer kept.
     *
     * @param oldest the first day that still is
     */
    record TooLate(LocalDate oldest) implements Keeping {}
}
