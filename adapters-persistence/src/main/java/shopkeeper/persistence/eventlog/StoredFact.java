package shopkeeper.persistence.eventlog;

import java.time.Instant;
import java.util.UUID;
import shopkeeper.domain.kernel.Fact;

/** A fact as the log holds it. */
sealed interface StoredFact permits LogTable.Stored, Glance {
    long position();

    UUID id();

    String name();

    String version();

    String payload();

    String metadata();

    Instant at();

    /** How much text its payload is, about. */
    int size();

    /**
     * @throws UnreadableFact when this program does not know the name, the version or the form
     */
    Fact readBy(Vocabulary vocabulary);

    /** Whether the message of this name may have caused it; no only where it certainly did not. */
    boolean mayBeCausedBy(String message);
}
