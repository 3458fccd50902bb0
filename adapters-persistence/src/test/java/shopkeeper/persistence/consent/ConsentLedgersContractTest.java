package shopkeeper.persistence.consent;

import org.junit.jupiter.api.AfterEach;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.contracts.ConsentLedgersContract;
import shopkeeper.persistence.feed.FollowedLog;

class ConsentLedgersContractTest extends ConsentLedgersContract {
    private final FollowedLog shop = new FollowedLog();
    private final ConsentLedgers ledgers = ConsentPersistence.ledgers(shop.log(), shop.sql());

    @AfterEach
    void close() {
        shop.close();
    }

    @Override
    protected ConsentLedgers ledgers() {
        return ledgers;
    }
}
