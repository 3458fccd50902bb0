package shopkeeper.persistence.behavior;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import shopkeeper.application.behavior.PastPurchases;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.PointsEvent;
import shopkeeper.domain.behavior.PointsEvent.PointsOpened;
import shopkeeper.domain.behavior.PurchaseHistory;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;

/** Receipts as the log itself told them once. */
final class LogPastPurchases implements PastPurchases {
    private final EventLog log;

    LogPastPurchases(EventLog log) {
        this.log = log;
    }

    /** Whoever brings something back names the sale and not who had bought it. */
    @Override
    public List<BehaviorEvent> of(Then then) {
        var buyers = buyers(then);
        var tags = new HashSet<>(buyers);
        var sales = new HashSet<ReceiptId>();
        for (BehaviorEvent fact :
                log.readAsOf(buyers, Story.all(BehaviorEvent.class), then.upTo())) {
            if (fact instanceof PurchaseRecorded) {
                sales.add(fact.receipt());
                tags.addAll(BehaviorEventCatalog.tags(fact.receipt()));
            }
        }
        // Two tills may have printed the same on two receipts, so not all that is found is theirs.
        return log.readAsOf(tags, Story.all(BehaviorEvent.class), then.upTo()).stream()
                .filter(fact -> concerns(fact, then.everyone(), sales))
                .toList();
    }

    private static boolean concerns(
            BehaviorEvent fact, Set<CustomerId> everyone, Set<ReceiptId> sales) {
        return fact.customer().filter(everyone::contains).isPresent()
                || switch (fact) {
                    case ReturnRecorded back -> back.sale().filter(sales::contains).isPresent();
                    case PurchaseVoided undone -> sales.contains(undone.sale());
                    case PurchaseRecorded _, Parked _, ParkedRefused _, NothingSold _ -> false;
                };
    }

    PurchaseHistory history(Then then) {
        int opening =
                log.readAsOf(buyers(then), Story.all(PointsEvent.class), then.upTo()).stream()
                        .mapToInt(event ->
                                switch (event) {
                                    case PointsOpened opened -> opened.points();
                                })
                        .sum();
        return PurchaseHistory.told(opening, then.everyone(), of(then));
    }

    private static Set<String> buyers(Then then) {
        return then.everyone().stream().map(BehaviorEventCatalog::tag).collect(Collectors.toSet());
    }
}
