package shopkeeper.persistence.behavior;

import org.junit.jupiter.api.AfterEach;
import shopkeeper.application.behavior.Sales;
import shopkeeper.application.contracts.SalesContract;
import shopkeeper.persistence.feed.FollowedLog;

class SalesContractTest extends SalesContract {
    private final FollowedLog shop = new FollowedLog();
    private final Sales sales = BehaviorPersistence.sales(shop.log());

    @AfterEach
    void close() {
        shop.close();
    }

    @Override
    protected Sales sales() {
        return sales;
    }
}
