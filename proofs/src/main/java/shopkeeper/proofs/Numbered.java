package shopkeeper.proofs;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.eventlog.EventCatalog;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.schema.Database;

/** A fact that says who wrote it and as which; the proof's own. */
record Numbered(String writer, long number) implements Fact {
    private static final byte[] SECRET = new byte[32];

    /** The log as one more node. */
    static EventLog log(Database database) {
        EventCatalog catalog =
                EventCatalog.of("proof")
                        .fact(
                                Numbered.class,
                                "proof.numbered",
                                1,
                                fact -> Set.of("writer:" + fact.writer()));
        return EventLog.open(database, List.of(catalog), SECRET, InstantSource.system());
    }
}
