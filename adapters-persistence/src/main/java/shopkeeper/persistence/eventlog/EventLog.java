package shopkeeper.persistence.eventlog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import shopkeeper.application.kernel.Contended;
import shopkeeper.application.kernel.LogPast;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Refusal;
import shopkeeper.persistence.schema.Database;

/**
 * The shop's memory of facts, as the capabilities' adapters use it: one total order, each fact
 * once, each decision made on what is true at that moment. Every call blocks its thread; virtual
 * threads are welcome.
 */
public final class EventLog implements LogPast, AutoCloseable {

    private static final long KNOWN_BYTES = 32 << 20;

    private final Vocabulary vocabulary;
    private final ContentDigest digest;
    private final CommitSignal commits = new CommitSignal();
    private final LogTable table;
    private final LogMoments moments;
    private final LogWriter writer;
    private final LogHerald herald;
    private final LogStreams streams;
    private final JooqEventStorageEngine engine;
    private final DecisionMaker maker;

    private EventLog(
            Database database,
            Vocabulary vocabulary,
            ContentDigest digest,
            InstantSource clock,
            long knownBytes) {
        this.vocabulary = vocabulary;
        this.digest = digest;
        this.table = new LogTable(database.sql());
        this.moments = new LogMoments(database.sql());
        this.writer = new LogWriter(new WriterConnections(database), commits);
        this.herald = new LogHerald(database.sql());
        commits.listen(herald);
        this.streams = new LogStreams(table::head);
        commits.listen(streams);
        this.engine = new JooqEventStorageEngine(table, writer, vocabulary, streams);
        this.maker =
                new DecisionMaker(
                        new StorageEngineBackedEventStore(engine, new SimpleEventBus(), vocabulary),
                        vocabulary,
                        clock,
                        new KnownStates(knownBytes));
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
        return open(database, catalogs, secret, clock, KNOWN_BYTES);
    }

    /**
     * @param knownBytes how much stored text the states may have been told of that are kept for the
     *     next decision; 0 for none
     */
    public static EventLog open(
            Database database,
            List<EventCatalog> catalogs,
            byte[] secret,
            InstantSource clock,
            long knownBytes) {
        // Axon asks its maker's server for updates unless told not to; the shop calls nobody.
        System.setProperty("axoniq.update-checker.disabled", "true");
        return new EventLog(
                database, new Vocabulary(catalogs), new ContentDigest(secret), clock, knownBytes);
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
        return maker.decide(
                new Deciding<>(
                        MessageMark.of(message, digest),
                        message.expected(),
                        tags,
                        criteria(tags),
                        story,
                        decide,
                        riders));
    }

    /**
     * The state the tags tell now.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    public <S, F extends Fact> Sourced<S> read(Set<String> tags, Story<S, F> story) {
        return LogOutage.reached(() -> sourced(tags, story));
    }

    /**
     * The state as it was when the log had come to a position: what was appended later is not told.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    public <S, F extends Fact> S readAsOf(Set<String> tags, Story<S, F> story, Position asOf) {
        Telling<S, F> telling = new Telling<>(vocabulary, story, null);
        LogOutage.reached(() -> table.upTo(criteria(tags), asOf.value()))
                .forEach(stored -> telling.tell(engine.message(stored), stored.position()));
        return telling.state();
    }

    /**
     * {@inheritDoc}
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    @Override
    public Position at(Instant moment) {
        return new Position(LogOutage.reached(() -> moments.last(moment)));
    }

    /**
     * {@inheritDoc}
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    @Override
    public Instant recordedAt(Position position) {
        return LogOutage.reached(() -> moments.of(position.value()));
    }

    private <S, F extends Fact> Sourced<S> sourced(Set<String> tags, Story<S, F> story) {
        if (tags.isEmpty()) {
            return new Sourced<>(story.empty(), Position.START, head());
        }
        Telling<S, F> telling = new Telling<>(vocabulary, story, null);
        long[] head = new long[1];
        DecisionMaker.drain(
                engine.source(SourcingCondition.conditionFor(criteria(tags)), null)
                        .onNext(entry -> {
                            ConsistencyMarker marker =
                                    entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                            head[0] = marker == null ? 0 : DecisionMaker.positionOf(marker);
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
        Append append = engine.unconditional(List.of(maker.message(fact, mark)), riders);
        return new Position(LogOutage.reached(() -> LogOutage.join(writer.enqueue(append))));
    }

    /**
     * Writes rows in the order of the log, without a fact.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    public Position write(List<Rider> riders) {
        Append append = new Append(AppendCondition.none(), List.of(), PolicyRide.boarding(riders));
        Position position =
                new Position(LogOutage.reached(() -> LogOutage.join(writer.enqueue(append))));
        PolicyRide.arrive();
        return position;
    }

    /**
     * The position of the last fact.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    @Override
    public Position head() {
        return new Position(LogOutage.reached(table::head));
    }

    /**
     * What follows in the log, in its order.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    public List<LogEntry> after(Position position, int limit) {
        return LogOutage.reached(() -> table.after(position.value(), limit)).stream()
                .map(this::entry)
                .toList();
    }

    /**
     * What stands there of this kind of fact, and what nobody knows the kind of, in the log's
     * order.
     *
     * @throws LogUnavailable when the database cannot be reached
     */
    public List<LogEntry> between(Position after, Position upTo, Class<? extends Fact> kind) {
        return LogOutage.reached(
                        () -> table.between(after.value(), upTo.value(), vocabulary.namesBut(kind)))
                .stream()
                .map(this::entry)
                .toList();
    }

    /** What a fact is found again by, also where this program cannot read it. */
    public Set<String> tags(LogEntry entry) {
        return switch (entry) {
            case LogEntry.Legible legible -> vocabulary.tagsOf(legible.logged().fact());
            case LogEntry.Illegible illegible ->
                    LogOutage.reached(() -> table.tags(illegible.position().value()));
        };
    }

    /**
     * Calls the listener with the new head after each append of this node; it must return at once.
     */
    public void onAppend(LongConsumer listener) {
        commits.listen(listener);
    }

    /** What appending has cost on this node. */
    public WriterFigures figures() {
        return writer.figures();
    }

    /** The same log as Axon knows it. */
    public EventStorageEngine storage() {
        return engine;
    }

    @Override
    public void close() {
        writer.close();
        herald.close();
        streams.close();
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
     * Whatever has these tags, also what is told of something else: so a story meets the facts that
     * only a newer program knows, and stops there.
     */
    private static EventCriteria criteria(Set<String> tags) {
        return EventCriteria.either(
                tags.stream()
                        .map(TagText::parse)
                        .<EventCriteria>map(tag -> EventCriteria.havingTags(tag))
                        .toList());
    }
}
