package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class JooqEventStorageEngineTest extends EventStorageEngineContract {
    private final Database database = TestDatabase.empty();
    private final CommitSignal commits = new CommitSignal();
    private final LogWriter writer = new LogWriter(new WriterConnections(database), commits);
    private final EventStorageEngine engine =
            new JooqEventStorageEngine(new LogTable(database.sql()), writer, vocabulary, commits);

    @Override
    EventStorageEngine engine() {
        return engine;
    }

    @Override
    int tooEarly() {
        return 0;
    }

    @Test
    void sourcing_may_begin_after_what_was_seen() {
        Tag ann = new Tag("customer", "ann");
        for (int number = 1; number <= 3; number++) {
            var event = new GenericEventMessage(new MessageType("tally.foreign"), "words");
            engine.appendEvents(
                            AppendCondition.none(),
                            null,
                            new GenericTaggedEventMessage<>(event, Set.of(ann)))
                    .thenCompose(prepared -> prepared.commit(null))
                    .join();
        }
        assertThat(new LogTable(database.sql()).source(EventCriteria.havingTags(ann), 1).facts())
                .map(LogTable.Stored::position)
                .containsExactly(2L, 3L);
    }

    @AfterEach
    void close() {
        writer.close();
    }
}
