package shopkeeper.persistence.eventlog;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** Axon's own engine keeps the contract; it is no oracle for what several threads do at once. */
class InMemoryEventStorageEngineTest extends EventStorageEngineContract {
    private final EventStorageEngine engine = new InMemoryEventStorageEngine();

    @Override
    EventStorageEngine engine() {
        return engine;
    }

    @Override
    int tooEarly() {
        return 1;
    }
}
