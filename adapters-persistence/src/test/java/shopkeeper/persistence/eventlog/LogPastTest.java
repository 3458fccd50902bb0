package shopkeeper.persistence.eventlog;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import shopkeeper.application.contracts.LogPastContract;
import shopkeeper.application.kernel.LogPast;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;
import shopkeeper.persistence.schema.TestDatabase;

class LogPastTest extends LogPastContract {
    private Instant now = Instant.EPOCH;
    private final EventLog log =
            EventLog.open(
                    TestDatabase.empty(), List.of(Tally.catalog()), Tally.secret(), () -> now);

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected LogPast past() {
        return log;
    }

    @Override
    protected Position recorded(Instant at) {
        now = at;
        return log.add(
                new MessageId("contract", "m-" + log.head().value()),
                new Counted(Tally.who("ann"), 1),
                List.of());
    }
}
