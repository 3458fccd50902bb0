package shopkeeper.persistence.behavior;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopkeeper.application.behavior.Sales;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.Purchases;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Sale;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;

/** The sales in the log; the message itself makes a receipt count once. */
final class AxonSales implements Sales {
    private static final Story<Purchases, BehaviorEvent> PURCHASES =
            new Story<>(BehaviorEvent.class, Purchases.NONE, Purchases::evolve);

    private final EventLog log;

    AxonSales(EventLog log) {
        this.log = log;
    }

    @Override
    public Recorded<BehaviorEvent, BehaviorRefusal> decide(
            ReceiptId sale,
            Message message,
            Function<Sale, Outcome<BehaviorEvent, BehaviorRefusal>> decide) {
        return log.decide(
                message,
                BehaviorEventCatalog.tags(sale),
                Story.toldOnce(BehaviorEvent.class, Sale.of(sale), Sale::evolve),
                decide);
    }

    @Override
    public Recorded<BehaviorEvent, BehaviorRefusal> decide(
            Optional<CustomerId> customer,
            Message message,
            Function<Purchases, Outcome<BehaviorEvent, BehaviorRefusal>> decide) {
        return log.decide(
                message,
                customer.map(BehaviorEventCatalog::tag).stream().collect(Collectors.toSet()),
                PURCHASES,
                decide);
    }
}
