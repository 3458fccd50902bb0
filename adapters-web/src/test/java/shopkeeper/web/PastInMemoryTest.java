package shopkeeper.web;

import java.time.Instant;
import shopkeeper.application.contracts.LogPastContract;
import shopkeeper.application.fakes.InMemoryLog;
import shopkeeper.application.kernel.LogPast;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Refusal;

class PastInMemoryTest extends LogPastContract {
    private Instant now = Instant.EPOCH;
    private final InMemoryLog log = new InMemoryLog();
    private final LogPast past = new PastInMemory(log, () -> now);

    private record Happened() implements Fact {}

    @Override
    protected LogPast past() {
        return past;
    }

    @Override
    protected Position recorded(Instant at) {
        now = at;
        var name = new MessageId("contract", "m-" + log.seen().value());
        return log.<Happened, Refusal>decide(
                        new Message(name, ""), () -> Outcome.accepted(new Happened()))
                .position();
    }
}
