package shopkeeper.persistence.behavior;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.persistence.eventlog.EventCatalog;

/** How purchases and returns are named and found. */
public final class BehaviorEventCatalog {
    private BehaviorEventCatalog() {}

    public static EventCatalog catalog() {
        return EventCatalog.of("behavior")
                .scalar(ReceiptId.class, ReceiptId::value, ReceiptId::new)
                .fact(
                        PurchaseRecorded.class,
                        "behavior.purchase-recorded",
                        1,
                        bought -> Set.of(tag(bought.receipt())))
                // A return is found at the sale it belongs to.
                .fact(
                        ReturnRecorded.class,
                        "behavior.return-recorded",
                        1,
                        back ->
                                Stream.concat(Stream.of(back.receipt()), back.sale().stream())
                                        .map(BehaviorEventCatalog::tag)
                                        .collect(Collectors.toSet()));
    }

    static String tag(ReceiptId receipt) {
        return "receipt:" + receipt;
    }
}
