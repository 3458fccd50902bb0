package shopkeeper.persistence.behavior;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopkeeper.application.behavior.Sales;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Sale;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;

/** The sales in the log; the message itself makes a receipt count once. */
final class AxonSales implements Sales {
    private static final Story<Sale, BehaviorEvent> STORY =
            new Story<>(BehaviorEvent.class, Sale.UNKNOWN, Sale::evolve);

    private final EventLog log;

    AxonSales(EventLog log) {
        this.log = log;
    }

    @Override
    public Recorded<BehaviorEvent, BehaviorRefusal> decide(
            Optional<ReceiptId> sale,
            Message message,
            Function<Sale, Outcome<BehaviorEvent, BehaviorRefusal>> decide) {
        Set<String> tags = sale.map(BehaviorEventCatalog::tag).stream().collect(Collectors.toSet());
        return log.decide(message, tags, STORY, decide);
    }
}
