package shopkeeper.persistence.eventlog;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkConfiguration;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import shopkeeper.application.kernel.Contended;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Contents;
import shopkeeper.domain.kernel.Expected;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Refusal;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.Outage;

/**
 * The shop's memory of facts, as the capabilities' adapters use it: one total order, each fact
 * once, each decision made on what is true at that moment. Every call blocks its thread; virtual
 * threads are welcome.
 */
public final class EventLog implements AutoCloseable {
    private static final int TRIES = 24;
    private static final long LONGEST_PAUSE_NANOS = 50_000_000;
    private static final long PATIENCE_MILLIS = 8_000;

    private final Vocabulary vocabulary;
    private final ContentDigest digest;
    private final InstantSource clock;
    private final CommitSignal commits = new CommitSignal();
    private final Turns turns = new Turns(PATIENCE_MILLIS);
    private final LogTable table;
    private final LogWriter writer;
    private final JooqEventStorageEngine engine;
    private final EventStore store;
    private final UnitOfWorkFactory units =
            new SimpleUnitOfWorkFactory(
                    EmptyApplicationContext.INSTANCE,
                    UnitOfWorkConfiguration::forcedSameThreadInvocation);

    private EventLog(
            Database database, Vocabulary vocabulary, ContentDigest digest, InstantSource clock) {
        this.vocabulary = vocabulary;
        this.digest = digest;
        this.clock = clock;
        this.table = new LogTable(database.sql());
        this.writer = new LogWriter(new WriterConnections(database), commits);
        this.engine = new JooqEventStorageEngine(table, writer, vocabulary, commits);
        this.store = new StorageEngineBackedEventStore(engine, new SimpleEventBus(), vocabulary);
    }

    /**
     * @param secret at least 32 bytes, the same for ever and on every node: with another one a
     *     message that comes again looks like a contradiction
     * @param clock says when a fact was recorded
     * @throws IllegalStateException when the catalogs contradict each other or leave a stored form
     *     open
     */
    public static EventLog open(
            Database database, List<EventCatalog> catalogs, byte[] secret, InstantSource clock) {
        // Axon asks its maker's server for updates unless told not to; the shop calls nobody.
        System.setProperty("axoniq.update-checker.disabled", "true");
        return new EventLog(database, new Vocabulary(catalogs), new ContentDigest(secret), clock);
    }

    /**
     * Tells the story of the tags, lets it decide and appends the new facts, unless the message was
     * seen before. Whatever comes in between makes it look and decide again, so {@code decide} has
     * no effects of its own.
     *
     * <p>What the message expects is held against the last fact that the story calls a version, in
     * the same look: two editors of one version never both succeed.
     *
     * @param tags facts of the story with any of these tags are told, and a new one of them is a
     *     reason to decide again
     * @throws LogUnavailable when the database cannot be reached; the same message may safely be
     *     sent again
     * @throws Contended when others decided about the same again and again; likewise
     */
    public <S, F extends Fact, R extends Refusal> Recorded<F, R> decide(
            Message message,
            Set<String> tags,
            Story<S, F> story,
            Function<S, Outcome<F, R>> decide) {
        return decide(message, tags, story, decide, facts -> List.of());
    }

    /**
     * @param riders written with the new facts or not at all; not asked when there are none
     */
    public <S, F extends Fact, R extends Refusal> Recorded<F, R> decide(
            Message message,
            Set<String> tags,
            Story<S, F> story,
            Function<S, Outcome<F, R>> decide,
            Function<List<F>, List<Rider>> riders) {
        Deciding<S, F, R> deciding =
                new Deciding<>(
                        MessageMark.of(message, digest),
                        message.expected(),
                        criteria(tags, story),
                        story,
                        decide,
                        riders);
        if (!turns.areTaken(tags)) {
            try {
                return reached(() -> once(deciding));
            } catch (AppendEventsTransactionRejectedException e) {
                // somebody was faster: queue up and look again
            }
        }
        return turns.inTurn(tags, () -> again(deciding));
    }

    /** On this node it is alone now with those who began before; other nodes do not queue here. */
    private <S, F extends Fact, R extends Refusal> Recorded<F, R> again(
            Deciding<S, F, R> deciding) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return reached(() -> once(deciding));
            } catch (AppendEventsTransactionRejectedException e) {
                // Two nodes that were in each other's way must not meet again in step.
                long most = LONGEST_PAUSE_NANOS >> Math.max(0, TRIES / 2 - attempt);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most + 1));
            }
        }
        throw new Contended("others were faster %d times".formatted(TRIES));
    }

    private record Deciding<S, F extends Fact, R extends Refusal>(
            MessageMark mark,
            Expected expected,
            EventCriteria criteria,
            Story<S, F> story,
            Function<S, Outcome<F, R>> decide,
            Function<List<F>, List<Rider>> riders) {}

    private <S, F extends Fact, R extends Refusal> Recorded<F, R> once(Deciding<S, F, R> deciding) {
        var unit = units.create();
        var recorded =
                join(
                        unit.executeWithResult(context ->
                                CompletableFuture.completedFuture(
                                        decideIn(store.transaction(context), context, deciding))));
        return recorded.get();
    }

    /** The position is known only after the commit, so the answer is finished then. */
    private <S, F extends Fact, R extends Refusal> Supplier<Recorded<F, R>> decideIn(
            EventStoreTransaction transaction,
            ProcessingContext context,
            Deciding<S, F, R> deciding) {
        Telling<S, F> telling = new Telling<>(vocabulary, deciding.story, deciding.mark);
        // The message's own tag and the story's are read to their end in one look.
        SourcingCondition look =
                SourcingCondition.conditionFor(
                        EventCriteria.either(
                                deciding.criteria, EventCriteria.havingTags(deciding.mark.tag())));
        drain(transaction.source(look), telling);
        if (telling.seenBefore() > 0) {
            Position first = new Position(telling.seenBefore());
            return telling.sameContent()
                    ? () -> new Recorded.Duplicate<>(first)
                    : () ->
                            new Recorded.Conflict<>(
                                    first,
                                    new Contents(telling.firstContent(), deciding.mark.hash()));
        }
        Position version = new Position(telling.version());
        if (!deciding.expected.isMetBy(version)) {
            return () -> new Recorded.Stale<>(version);
        }
        Outcome<F, R> outcome = deciding.decide.apply(telling.state());
        if (outcome instanceof Outcome.Accepted<F, R>(var facts) && !facts.isEmpty()) {
            context.putResource(
                    JooqEventStorageEngine.RIDERS,
                    PolicyRide.boarding(deciding.riders.apply(facts)));
            facts.forEach(fact -> transaction.appendEvent(message(fact, deciding.mark)));
            context.runOnAfterCommit(committed -> PolicyRide.arrive());
        }
        return () ->
                new Recorded.Decided<>(
                        outcome, new Position(positionOf(transaction.appendPosition())));
    }

    /**
     * The state the tags tell now.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    public <S, F extends Fact> Sourced<S> read(Set<String> tags, Story<S, F> story) {
        return reached(() -> sourced(tags, story));
    }

    private <S, F extends Fact> Sourced<S> sourced(Set<String> tags, Story<S, F> story) {
        if (tags.isEmpty()) {
            return new Sourced<>(story.empty(), Position.START, head());
        }
        Telling<S, F> telling = new Telling<>(vocabulary, story, null);
        long[] head = new long[1];
        drain(
                engine.source(SourcingCondition.conditionFor(criteria(tags, story)), null)
                        .onNext(entry -> {
                            ConsistencyMarker marker =
                                    entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                            head[0] = marker == null ? 0 : positionOf(marker);
                        })
                        .filter(entry -> entry.getResource(ConsistencyMarker.RESOURCE_KEY) == null),
                telling);
        return new Sourced<>(telling.state(), new Position(telling.last()), new Position(head[0]));
    }

    /**
     * Appends a fact whatever came before, for a message that nobody can have sent before: nothing
     * is looked up.
     *
     * @param riders written with the fact or not at all
     * @return where the fact stands
     * @throws LogUnavailable when the database cannot be reached
     */
    public Position add(MessageId message, Fact fact, List<Rider> riders) {
        MessageMark mark = MessageMark.of(new Message(message, ""), digest);
        Append append = engine.unconditional(List.of(message(fact, mark)), riders);
        return new Position(reached(() -> join(writer.enqueue(append))));
    }

    /**
     * Writes rows in the order of the log, without a fact.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    public Position write(List<Rider> riders) {
        Append append = new Append(AppendCondition.none(), List.of(), PolicyRide.boarding(riders));
        Position position = new Position(reached(() -> join(writer.enqueue(append))));
        PolicyRide.arrive();
        return position;
    }

    /**
     * The position of the last fact.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    public Position head() {
        return new Position(reached(table::head));
    }

    /**
     * What follows in the log, in its order.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    public List<LogEntry> after(Position position, int limit) {
        return reached(() -> table.after(position.value(), limit)).stream()
                .map(this::entry)
                .toList();
    }

    /** What a fact is found again by, also where this program cannot read it. */
    public Set<String> tags(LogEntry entry) {
        return switch (entry) {
            case LogEntry.Legible legible -> vocabulary.tagsOf(legible.logged().fact());
            case LogEntry.Illegible illegible ->
                    reached(() -> table.tags(illegible.position().value()));
        };
    }

    /**
     * Calls the listener with the new head after each append of this node; it must return at once.
     */
    public void onAppend(LongConsumer listener) {
        commits.listen(listener);
    }

    @Override
    public void close() {
        writer.close();
    }

    private LogEntry entry(LogTable.Stored stored) {
        Position position = new Position(stored.position());
        try {
            Fact fact = vocabulary.read(stored.name(), stored.version(), stored.payload());
            Map<String, String> metadata = vocabulary.json().readFlat(stored.metadata());
            return new LogEntry.Legible(
                    new Logged<>(position, MessageMark.cause(metadata), fact), stored.name());
        } catch (UnreadableFact e) {
            Class<?> kind = vocabulary.classOf(stored.name());
            return new LogEntry.Illegible(
                    position, stored.name(), kind == null ? Fact.class : kind, e);
        }
    }

    /**
     * A story of all facts of its capability asks for whatever has its tags: so it also meets those
     * that only a newer program knows, and stops there.
     */
    private EventCriteria criteria(Set<String> tags, Story<?, ?> story) {
        boolean whole = vocabulary.isWhole(story.facts());
        return EventCriteria.either(
                tags.stream()
                        .map(TagText::parse)
                        .map(tag ->
                                whole
                                        ? EventCriteria.havingTags(tag)
                                        : EventCriteria.havingTags(tag)
                                                .andBeingOneOfTypes(
                                                        vocabulary.namesOf(story.facts())))
                        .toList());
    }

    private EventMessage message(Fact fact, MessageMark mark) {
        return new GenericEventMessage(
                UUID.randomUUID().toString(),
                vocabulary.typeOf(fact),
                fact,
                mark.metadata(),
                clock.instant());
    }

    private static void drain(MessageStream<? extends EventMessage> stream, Telling<?, ?> telling) {
        join(
                stream.reduce(
                        telling,
                        (told, entry) -> {
                            TrackingToken token = entry.getResource(TrackingToken.RESOURCE_KEY);
                            told.tell(entry.message(), token.position().orElseThrow());
                            return told;
                        }));
    }

    private static long positionOf(ConsistencyMarker marker) {
        return Math.max(0, GlobalIndexConsistencyMarker.position(marker));
    }

    /** Whatever tells of the log's outage leaves here under one name. */
    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (LogUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw new LogUnavailable("the log's database cannot be reached", e);
            }
            throw e;
        }
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
