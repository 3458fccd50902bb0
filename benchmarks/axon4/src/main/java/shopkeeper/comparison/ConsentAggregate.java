package shopkeeper.comparison;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A ledger of one customer, as the library's own examples would write it. */
public class ConsentAggregate {
    @AggregateIdentifier private @Nullable String customer;
    private final Map<String, Boolean> standing = new HashMap<>();

    ConsentAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConsentAsked asked) {
        apply(ConsentSaid.of(asked));
    }

    @EventSourcingHandler
    void on(ConsentSaid said) {
        customer = said.customer;
        standing.put(said.use.purpose, said.granted);
    }

    @Override
    public String toString() {
        return customer + " " + standing;
    }
}
