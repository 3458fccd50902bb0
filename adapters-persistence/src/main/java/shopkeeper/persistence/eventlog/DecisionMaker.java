package shopkeeper.persistence.eventlog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkConfiguration;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import shopkeeper.application.kernel.Contended;
import shopkeeper.domain.kernel.Contents;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Refusal;

/**
 * Makes decisions: tells the story, lets it be decided and appends the outcome, again and again
 * until nothing came in between.
 */
final class DecisionMaker {
    private static final int TRIES = 24;
    private static final long LONGEST_PAUSE_NANOS = 50_000_000;
    private static final long PATIENCE_MILLIS = 8_000;

    /** What a fact is taken to weigh that was appended and not read. */
    private static final int TYPICAL_BYTES = 400;

    private final EventStore store;
    private final Vocabulary vocabulary;
    private final InstantSource clock;
    private final KnownStates states;
    private final Turns turns = new Turns(PATIENCE_MILLIS);
    private final UnitOfWorkFactory units =
            new SimpleUnitOfWorkFactory(
                    EmptyApplicationContext.INSTANCE,
                    UnitOfWorkConfiguration::forcedSameThreadInvocation);

    DecisionMaker(
            EventStore store, Vocabulary vocabulary, InstantSource clock, KnownStates states) {
        this.store = store;
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.states = states;
    }

    /**
     * @throws LogUnavailable when the database cannot be reached
     * @throws Contended when others were faster again and again
     */
    <S, F extends Fact, R extends Refusal> Recorded<F, R> decide(Deciding<S, F, R> deciding) {
        if (!turns.areTaken(deciding.tags())) {
            try {
                return LogOutage.reached(
                        () -> onWhatIsKnown(deciding).orElseGet(() -> once(deciding)));
            } catch (AppendEventsTransactionRejectedException e) {
                // somebody was faster: queue up and look again
                states.forget(deciding.story(), deciding.tags());
            }
        }
        return turns.inTurn(deciding.tags(), () -> again(deciding));
    }

    /** On this node it is alone now with those who began before; other nodes do not queue here. */
    private <S, F extends Fact, R extends Refusal> Recorded<F, R> again(
            Deciding<S, F, R> deciding) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return LogOutage.reached(() -> once(deciding));
            } catch (AppendEventsTransactionRejectedException e) {
                // Two nodes that were in each other's way must not meet again in step.
                long most = LONGEST_PAUSE_NANOS >> Math.max(0, TRIES / 2 - attempt);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most + 1));
            }
        }
        throw new Contended("others were faster %d times".formatted(TRIES));
    }

    /**
     * Decides on the state of the last time, without a look; empty when there is none, or when it
     * leads to anything but an append, which alone is checked again.
     *
     * @throws AppendEventsTransactionRejectedException when the state was out of date, or the
     *     message has been there before
     */
    private <S, F extends Fact, R extends Refusal> Optional<Recorded<F, R>> onWhatIsKnown(
            Deciding<S, F, R> deciding) {
        KnownStates.Known<S> known = states.of(deciding.story(), deciding.tags()).orElse(null);
        if (known == null || !deciding.expected().isMetBy(new Position(known.version()))) {
            return Optional.empty();
        }
        Outcome<F, R> outcome;
        try {
            outcome = deciding.decide().apply(known.state());
        } catch (RuntimeException e) {
            return Optional.empty(); // perhaps only because the state is out of date
        }
        if (!(outcome instanceof Outcome.Accepted<F, R>(var facts)) || facts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                inUnit((transaction, context) -> {
                    context.putResource(JooqEventStorageEngine.KNOWN_UP_TO, known.upTo());
                    LogOutage.join(transaction.source(look(deciding)).reduce(0, (none, _) -> none));
                    return appended(transaction, context, deciding, known, outcome);
                }));
    }

    private <S, F extends Fact, R extends Refusal> Recorded<F, R> once(Deciding<S, F, R> deciding) {
        return inUnit((transaction, context) -> decideIn(transaction, context, deciding));
    }

    /** The position is known only after the commit, so the answer is finished then. */
    private <F extends Fact, R extends Refusal> Recorded<F, R> inUnit(
            BiFunction<EventStoreTransaction, ProcessingContext, Supplier<Recorded<F, R>>> work) {
        var recorded =
                LogOutage.join(
                        units.create()
                                .executeWithResult(context ->
                                        CompletableFuture.completedFuture(
                                                work.apply(store.transaction(context), context))));
        return recorded.get();
    }

    /** The message's own tag and the story's are read to their end in one look. */
    private static SourcingCondition look(Deciding<?, ?, ?> deciding) {
        return SourcingCondition.conditionFor(
                EventCriteria.either(
                        deciding.criteria(), EventCriteria.havingTags(deciding.mark().tag())));
    }

    private <S, F extends Fact, R extends Refusal> Supplier<Recorded<F, R>> decideIn(
            EventStoreTransaction transaction,
            ProcessingContext context,
            Deciding<S, F, R> deciding) {
        Telling<S, F> telling = new Telling<>(vocabulary, deciding.story(), deciding.mark());
        drain(transaction.source(look(deciding)), telling);
        if (telling.seenBefore() > 0) {
            Position first = new Position(telling.seenBefore());
            return telling.sameContent()
                    ? () -> new Recorded.Duplicate<>(first)
                    : () ->
                            new Recorded.Conflict<>(
                                    first,
                                    new Contents(telling.firstContent(), deciding.mark().hash()));
        }
        Position version = new Position(telling.version());
        if (!deciding.expected().isMetBy(version)) {
            return () -> new Recorded.Stale<>(version);
        }
        var known =
                new KnownStates.Known<>(
                        telling.state(),
                        telling.version(),
                        positionOf(transaction.appendPosition()),
                        telling.bytes());
        states.keep(deciding.story(), deciding.tags(), known);
        return appended(
                transaction, context, deciding, known, deciding.decide().apply(known.state()));
    }

    private <S, F extends Fact, R extends Refusal> Supplier<Recorded<F, R>> appended(
            EventStoreTransaction transaction,
            ProcessingContext context,
            Deciding<S, F, R> deciding,
            KnownStates.Known<S> known,
            Outcome<F, R> outcome) {
        if (!(outcome instanceof Outcome.Accepted<F, R>(var facts)) || facts.isEmpty()) {
            return () -> new Recorded.Decided<>(outcome, new Position(known.upTo()));
        }
        context.putResource(
                JooqEventStorageEngine.RIDERS, PolicyRide.boarding(deciding.riders().apply(facts)));
        facts.forEach(fact -> transaction.appendEvent(message(fact, deciding.mark())));
        context.runOnAfterCommit(committed -> PolicyRide.arrive());
        return () -> {
            long last = positionOf(transaction.appendPosition());
            states.keep(deciding.story(), deciding.tags(), grown(known, deciding, facts, last));
            return new Recorded.Decided<>(outcome, new Position(last));
        };
    }

    /** The append's condition held, so nothing is missing between the state and its own facts. */
    private <S, F extends Fact> KnownStates.Known<S> grown(
            KnownStates.Known<S> known, Deciding<S, F, ?> deciding, List<F> facts, long last) {
        S state = known.state();
        long version = known.version();
        long bytes = known.bytes();
        for (int number = 0; number < facts.size(); number++) {
            F fact = facts.get(number);
            if (vocabulary.tagsOf(fact).containsAll(deciding.tags())) {
                state = deciding.story().evolve().apply(state, fact);
                bytes += TYPICAL_BYTES;
                if (deciding.story().versions().test(fact)) {
                    version = last - (facts.size() - 1 - number);
                }
            }
        }
        return new KnownStates.Known<>(state, version, last, bytes);
    }

    EventMessage message(Fact fact, MessageMark mark) {
        Instant now = clock.instant();
        return new GenericEventMessage(
                EventIds.at(now).toString(), vocabulary.typeOf(fact), fact, mark.metadata(), now);
    }

    static void drain(MessageStream<? extends EventMessage> stream, Telling<?, ?> telling) {
        LogOutage.join(
                stream.reduce(
                        telling,
                        (told, entry) -> {
                            TrackingToken token = entry.getResource(TrackingToken.RESOURCE_KEY);
                            told.tell(entry.message(), token.position().orElseThrow());
                            return told;
                        }));
    }

    static long positionOf(ConsistencyMarker marker) {
        return Math.max(0, GlobalIndexConsistencyMarker.position(marker));
    }
}
