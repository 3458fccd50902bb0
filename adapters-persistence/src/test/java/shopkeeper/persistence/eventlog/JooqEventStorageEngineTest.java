package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class JooqEventStorageEngineTest extends EventStorageEngineContract {
    private final Database database = TestDatabase.empty();
    private final CommitSignal commits = new CommitSignal();
    private final LogWriter writer = new LogWriter(new WriterConnections(database), commits);
    private final LogTable table = new LogTable(database.sql());
    private final LogStreams streams = new LogStreams(table::head);
    private final EventStorageEngine engine =
            new JooqEventStorageEngine(table, writer, vocabulary, streams);

    @BeforeEach
    void listen() {
        commits.listen(streams);
    }

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

    private static TaggedEventMessage<?> words() {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(new MessageType("tally.foreign"), "words"),
                Set.of(new Tag("customer", "ann")));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private MessageStream<EventMessage> fromNowOn(Runnable callback) {
        var stream =
                engine.stream(
                        StreamingCondition.startingFrom(engine.latestToken(null).join()), null);
        stream.setCallback(callback);
        return stream;
    }

    @Test
    void an_open_stream_is_told_of_what_another_node_appends() {
        AtomicInteger calls = new AtomicInteger();
        var stream = fromNowOn(calls::incrementAndGet);
        try (LogWriter elsewhere = new LogWriter(new WriterConnections(database), _ -> {})) {
            new JooqEventStorageEngine(table, elsewhere, vocabulary, new LogStreams(table::head))
                    .appendEvents(AppendCondition.none(), null, List.of(words()))
                    .thenCompose(prepared -> prepared.commit(null))
                    .join();
        }
        await().until(() -> calls.get() > 0 && stream.hasNextAvailable());
        stream.close();
    }

    @Test
    void a_reader_that_fails_takes_no_other_along_and_a_slow_one_keeps_no_append_waiting()
            throws Exception {
        var failing =
                fromNowOn(() -> {
                    throw new IllegalStateException("a reader's own fault");
                });
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        var slow =
                fromNowOn(() -> {
                    called.countDown();
                    waitFor(goOn);
                });
        AtomicInteger heard = new AtomicInteger();
        var last = fromNowOn(heard::incrementAndGet);
        for (int number = 0; number < 2; number++) {
            engine.appendEvents(AppendCondition.none(), null, List.of(words()))
                    .thenCompose(prepared -> prepared.commit(null))
                    .join();
            called.await();
        }
        assertThat(table.head()).isEqualTo(2);
        assertThat(heard).hasValue(0);
        goOn.countDown();
        await().until(() -> heard.get() > 0);
        List.of(failing, slow, last).forEach(MessageStream::close);
    }

    @AfterEach
    void close() {
        writer.close();
        streams.close();
    }
}
