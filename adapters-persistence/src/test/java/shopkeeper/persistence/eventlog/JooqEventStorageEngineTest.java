package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
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
                .map(StoredFact::position)
                .containsExactly(2L, 3L);
    }

    @Test
    void a_fact_with_both_tags_that_another_node_appended_keeps_out_who_asked_for_both() {
        Tag ann = new Tag("customer", "ann");
        Tag shoe = new Tag("product", "shoe");
        var event = new GenericEventMessage(new MessageType("tally.foreign"), "words");
        var tagged =
                List.<TaggedEventMessage<?>>of(
                        new GenericTaggedEventMessage<>(event, Set.of(ann, shoe)));
        engine.appendEvents(AppendCondition.none(), null, tagged)
                .thenCompose(prepared -> prepared.commit(null))
                .join();
        Append late =
                new Append(
                        AppendCondition.withCriteria(EventCriteria.havingTags(ann, shoe))
                                .withMarker(new GlobalIndexConsistencyMarker(0)),
                        List.of(),
                        List.of());
        try (LogWriter elsewhere = new LogWriter(new WriterConnections(database), _ -> {})) {
            assertThatThrownBy(elsewhere.enqueue(late)::join)
                    .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        }
    }

    @Test
    void what_a_look_did_not_bring_is_there_when_somebody_wants_it() {
        Tag bob = new Tag("customer", "bob");
        var event =
                new GenericEventMessage(
                        new MessageType("tally.foreign"), "words", Map.of("said", "here"));
        engine.appendEvents(
                        AppendCondition.none(),
                        null,
                        List.of(new GenericTaggedEventMessage<>(event, Set.of(bob))))
                .thenCompose(prepared -> prepared.commit(null))
                .join();
        var facts = new LogTable(database.sql()).source(EventCriteria.havingTags(bob), 0).facts();
        assertThat(facts)
                .hasOnlyElementsOfType(Glance.class)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.id()).hasToString(event.identifier());
                    assertThat(fact.metadata()).isEqualTo("{\"said\":\"here\"}");
                    assertThat(fact.at())
                            .isEqualTo(event.timestamp().truncatedTo(ChronoUnit.MICROS));
                    assertThat(fact.payload()).isEqualTo("words");
                    assertThat(fact.size()).isEqualTo(5);
                });
    }

    @AfterEach
    void close() {
        writer.close();
    }
}
