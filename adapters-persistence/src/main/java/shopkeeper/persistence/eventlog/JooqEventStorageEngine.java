package shopkeeper.persistence.eventlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Axon's door to the log on PostgreSQL: {@code appendEvents} prepares, {@code commit} hands over to
 * the one writer.
 *
 * <p>Positions begin with 1; a token or marker names the last position that was seen.
 */
final class JooqEventStorageEngine implements EventStorageEngine {
    /** Rows that ride with the append of a unit of work are handed over under this key. */
    static final Context.ResourceKey<List<Rider>> RIDERS = Context.ResourceKey.withLabel("riders");

    /**
     * A unit of work that knows a state up to here sources nothing: its append is checked from here
     * on, and the message that causes it must never have been seen.
     */
    static final Context.ResourceKey<Long> KNOWN_UP_TO =
            Context.ResourceKey.withLabel("known up to");

    private final LogTable table;
    private final LogWriter writer;
    private final Vocabulary vocabulary;
    private final LogStreams streams;

    JooqEventStorageEngine(
            LogTable table, LogWriter writer, Vocabulary vocabulary, LogStreams streams) {
        this.table = table;
        this.writer = writer;
        this.vocabulary = vocabulary;
        this.streams = streams;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition,
            @Nullable ProcessingContext context,
            List<TaggedEventMessage<?>> events) {
        List<Rider> riders = context == null ? null : context.getResource(RIDERS);
        Append append =
                new Append(
                        condition,
                        context == null || context.getResource(KNOWN_UP_TO) == null
                                ? Set.of()
                                : messagesOf(events),
                        events.stream().map(tagged -> row(tagged.event(), tagged.tags())).toList(),
                        riders == null ? List.of() : riders);
        return CompletableFuture.completedFuture(new Prepared(append));
    }

    private static Set<Tag> messagesOf(List<TaggedEventMessage<?>> events) {
        return events.stream()
                .flatMap(tagged -> tagged.tags().stream())
                .filter(tag -> tag.key().equals(MessageMark.NAME))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is appended whatever came before. */
    Append unconditional(List<EventMessage> events, List<Rider> riders) {
        return new Append(
                AppendCondition.none(),
                events.stream().map(event -> row(event, vocabulary.resolve(event))).toList(),
                riders);
    }

    private Append.Row row(EventMessage event, Set<Tag> tags) {
        String payload = vocabulary.convertPayload(event, String.class);
        return new Append.Row(
                UUID.fromString(event.identifier()),
                event.type().qualifiedName().name(),
                event.type().version(),
                payload,
                vocabulary.json().write(event.metadata()),
                event.timestamp().atOffset(ZoneOffset.UTC),
                tags);
    }

    @Override
    public MessageStream<EventMessage> source(
            SourcingCondition condition, @Nullable ProcessingContext context) {
        Long known = context == null ? null : context.getResource(KNOWN_UP_TO);
        if (known != null) {
            return end(known);
        }
        long start = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        LogTable.Read read = table.source(condition.criteria(), start);
        MessageStream<EventMessage> facts =
                MessageStream.fromStream(
                        read.facts().stream(),
                        this::message,
                        JooqEventStorageEngine::whereItStands);
        return facts.concatWith(end(read.head()));
    }

    private static MessageStream<EventMessage> end(long head) {
        ConsistencyMarker marker = new GlobalIndexConsistencyMarker(head);
        return MessageStream.just(
                TerminalEventMessage.INSTANCE,
                message -> Context.with(ConsistencyMarker.RESOURCE_KEY, marker));
    }

    @Override
    public MessageStream<EventMessage> stream(
            StreamingCondition condition, @Nullable ProcessingContext context) {
        long seen = condition.position() == null ? 0 : condition.position().position().orElse(0);
        return new LogStream(
                seen,
                position -> table.after(position, condition.criteria(), 256),
                this::entry,
                streams);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return token(0);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return token(table.head());
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(
            Instant at, @Nullable ProcessingContext context) {
        return token(table.before(at));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("vocabulary", vocabulary);
    }

    private static CompletableFuture<TrackingToken> token(long seen) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(seen));
    }

    private MessageStream.Entry<EventMessage> entry(LogTable.Stored stored) {
        return new org.axonframework.messaging.core.SimpleEntry<>(
                message(stored), whereItStands(stored));
    }

    EventMessage message(StoredFact stored) {
        return new StoredEvent(
                stored,
                vocabulary.typeOf(stored.name(), stored.version()),
                vocabulary.json()::readFlat);
    }

    private static Context whereItStands(StoredFact stored) {
        return TrackingToken.addToContext(
                Context.empty(), new GlobalSequenceTrackingToken(stored.position()));
    }

    private final class Prepared implements AppendTransaction<Long> {
        private final Append append;
        private boolean finished;

        Prepared(Append append) {
            this.append = append;
        }

        @Override
        public synchronized CompletableFuture<Long> commit(@Nullable ProcessingContext context) {
            if (finished) {
                return CompletableFuture.failedFuture(
                        new IllegalStateException("already committed or rolled back"));
            }
            finished = true;
            return writer.enqueue(append);
        }

        @Override
        public synchronized void rollback(@Nullable ProcessingContext context) {
            finished = true;
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(
                Long position, @Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(position));
        }
    }
}
