package shopkeeper.application.fakes;

import java.time.Duration;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.OpenPoints;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.contracts.ReceiptViewsContract;

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
    protected void catchUp() {
        // Here every reader sees everything at once.
    }
}
