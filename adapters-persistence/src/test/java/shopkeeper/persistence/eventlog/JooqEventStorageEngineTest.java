package shopkeeper.persistence.eventlog;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach
    void close() {
        writer.close();
    }
}
