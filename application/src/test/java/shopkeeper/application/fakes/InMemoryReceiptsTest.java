package shopkeeper.application.fakes;

import java.time.Duration;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.OpenPoints;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.contracts.ReceiptViewsContract;
import shopkeeper.domain.kernel.Position;

class InMemoryReceiptsTest extends ReceiptViewsContract {
    private final InMemoryShop shop = new InMemoryShop(Duration.ofMinutes(30));

    @Override
    protected ReceiptViews views() {
        return shop.receipts;
    }

    @Override
    protected RecordReceipt receipts() {
        return shop.recordReceipt;
    }

    @Override
    protected OpenPoints points() {
        return shop.openPoints;
    }

    @Override
    protected CountRepeats repeats() {
        return shop.receipts;
    }

    @Override
    protected Position head() {
        return shop.log.seen();
    }

    @Override
    protected void catchUp() {
        // Here every reader sees everything at once.
    }
}
