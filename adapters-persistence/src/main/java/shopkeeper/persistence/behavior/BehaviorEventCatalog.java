package shopkeeper.persistence.behavior;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnParked;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.VoidParked;
import shopkeeper.domain.behavior.PointsEvent.PointsOpened;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.persistence.eventlog.EventCatalog;

/**
 * How purchases and what became of them are named and found: each at its receipt, at the sale it
 * speaks of, and at the customer who bought.
 */
public final class BehaviorEventCatalog {
    private BehaviorEventCatalog() {}

    public static EventCatalog catalog() {
        return EventCatalog.of("behavior")
                .scalar(ReceiptId.class, ReceiptId::value, ReceiptId::new)
                .fact(
                        PurchaseRecorded.class,
                        "behavior.purchase-recorded",
                        1,
                        bought -> tags(bought.customer(), bought.receipt()))
                .fact(
                        ReturnRecorded.class,
                        "behavior.return-recorded",
                        1,
                        back ->
                                tags(
                                        back.customer(),
                                        Stream.concat(
                                                        Stream.of(back.receipt()),
                                                        back.sale().stream())
                                                .toArray(ReceiptId[]::new)))
                .fact(
                        PurchaseVoided.class,
                        "behavior.purchase-voided",
                        1,
                        undone -> tags(undone.customer(), undone.receipt(), undone.sale()))
                .fact(
                        ReturnParked.class,
                        "behavior.return-parked",
                        1,
                        parked -> tags(Optional.empty(), parked.receipt(), parked.sale()))
                .fact(
                        VoidParked.class,
                        "behavior.void-parked",
                        1,
                        parked -> tags(Optional.empty(), parked.receipt(), parked.sale()))
                .fact(
                        ParkedRefused.class,
                        "behavior.parked-refused",
                        1,
                        refused -> tags(Optional.empty(), refused.receipt(), refused.sale()))
                .fact(
                        NothingSold.class,
                        "behavior.nothing-sold",
                        1,
                        nothing -> tags(nothing.receipt()))
                .fact(
                        PointsOpened.class,
                        "behavior.points-opened",
                        1,
                        opened -> Set.of(tag(opened.customer())));
    }

    /** Under every name that others may use for it. */
    static Set<String> tags(ReceiptId receipt) {
        return receipt.names().stream().map(BehaviorEventCatalog::tag).collect(Collectors.toSet());
    }

    static String tag(CustomerId customer) {
        return "buyer:" + customer;
    }

    private static String tag(ReceiptId receipt) {
        return "receipt:" + receipt;
    }

    private static Set<String> tags(Optional<CustomerId> customer, ReceiptId... receipts) {
        var tags = new HashSet<String>();
        customer.map(BehaviorEventCatalog::tag).ifPresent(tags::add);
        Arrays.stream(receipts).map(BehaviorEventCatalog::tags).forEach(tags::addAll);
        return tags;
    }
}
