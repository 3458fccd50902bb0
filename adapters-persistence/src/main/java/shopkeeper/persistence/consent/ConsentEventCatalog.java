package shopkeeper.persistence.consent;

import java.util.Set;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.persistence.eventlog.EventCatalog;

/** How consent facts are named and found. */
public final class ConsentEventCatalog {
    private ConsentEventCatalog() {}

    public static EventCatalog catalog() {
        return EventCatalog.of("consent")
                .fact(ConsentGranted.class, "consent.granted", 1, ConsentEventCatalog::tags)
                .fact(ConsentRefused.class, "consent.refused", 1, ConsentEventCatalog::tags)
                .fact(ConsentWithdrawn.class, "consent.withdrawn", 1, ConsentEventCatalog::tags)
                .fact(
                        RefusalCarriedOver.class,
                        "consent.refusal-carried-over",
                        1,
                        ConsentEventCatalog::tags);
    }

    private static Set<String> tags(ConsentEvent event) {
        return Set.of(tag(event.customer()));
    }

    /** The ledger of one customer. */
    static String tag(CustomerId customer) {
        return "consent:" + customer;
    }
}
