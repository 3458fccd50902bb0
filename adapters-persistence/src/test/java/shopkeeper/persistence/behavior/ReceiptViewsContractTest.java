package shopkeeper.persistence.behavior;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.OpenPoints;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.contracts.ReceiptViewsContract;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.feed.FollowedLog;

class ReceiptViewsContractTest extends ReceiptViewsContract {
    private final FollowedLog shop = new FollowedLog();

    @BeforeEach
    void follow() {
        shop.follow(
                List.of(
                        BehaviorPersistence.receiptProjection(),
                        BehaviorPersistence.storeDayProjection()),
                List.of());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Override
    protected ReceiptViews views() {
        return BehaviorPersistence.receiptViews(shop.log(), shop.sql(), Set::of);
    }

    @Override
    protected RecordReceipt receipts() {
        return BehaviorModule.recordReceipt(BehaviorPersistence.sales(shop.log()));
    }

    @Override
    protected OpenPoints points() {
        return BehaviorModule.openPoints(BehaviorPersistence.pointsBooks(shop.log()));
    }

    @Override
    protected CountRepeats repeats() {
        return BehaviorPersistence.countRepeats(shop.sql());
    }

    @Override
    protected Position head() {
        return shop.log().head();
    }

    @Override
    protected void catchUp() {
        shop.catchUp();
    }
}
