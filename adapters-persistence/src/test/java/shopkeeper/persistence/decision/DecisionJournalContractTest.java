package shopkeeper.persistence.decision;

import org.junit.jupiter.api.AfterEach;
import shopkeeper.application.contracts.DecisionJournalContract;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.feed.FollowedLog;

class DecisionJournalContractTest extends DecisionJournalContract {
    private final FollowedLog shop = new FollowedLog();
    private final DecisionJournal journal = DecisionPersistence.journal(shop.log(), shop.sql());

    @AfterEach
    void close() {
        shop.close();
    }

    @Override
    protected DecisionJournal journal() {
        return journal;
    }

    @Override
    protected Position position() {
        return shop.log().head();
    }
}
