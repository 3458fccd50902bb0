package shopkeeper.domain.consent;

import java.time.Instant;
import java.util.Optional;

/** The answer to "may we, now?". */
public sealed interface Permission {
    /**
     * Yes.
     *
     * @param basis the lawful basis (GDPR Art. 6)
     * @param evidence what proves it, in words that lead to the entry in the ledger
     */
    record Allowed(Basis basis, String evidence, Optional<Instant> until) implements Permission {}

    record Denied(Denial code) implements Permission {}

    /** Lawful basis, GDPR Art. 6(1). */
    enum Basis {
        CONSENT,
        CONTRACT
    }

    /** Why not, as clients read it. */
    enum Denial {
        NO_DECISION,
        REFUSED,
        WITHDRAWN,
        UNKNOWN_CUSTOMER,
        /** The ledger could not be read: when in doubt, no. */
        UNAVAILABLE
    }
}
