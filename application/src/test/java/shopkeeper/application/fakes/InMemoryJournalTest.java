package shopkeeper.application.fakes;

import shopkeeper.application.contracts.DecisionJournalContract;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.domain.kernel.Position;

class InMemoryJournalTest extends DecisionJournalContract {
    private final InMemoryLog log = new InMemoryLog();
    private final DecisionJournal journal = new InMemoryJournal(log);

    @Override
    protected DecisionJournal journal() {
        return journal;
    }

    @Override
    protected Position position() {
        return log.seen();
    }
}
