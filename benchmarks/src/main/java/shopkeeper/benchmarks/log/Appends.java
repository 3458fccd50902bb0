package shopkeeper.benchmarks.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** Conditional appends through the door that the library uses: each caller about its own tag. */
final class Appends {
    private final EventStorageEngine engine;

    Appends(EventStorageEngine engine) {
        this.engine = engine;
    }

    /** Appends of one event with two tags and one condition. */
    double perSecond(int callers, Duration time) throws Exception {
        return Callers.perSecond(callers, time, _ -> appending(1));
    }

    Histogram alone(Duration time) throws Exception {
        return Callers.alone(time, _ -> appending(1));
    }

    /** Events a second, many with each append. */
    double bulk(int callers, int events, Duration time) throws Exception {
        return events * Callers.perSecond(callers, time, _ -> appending(events));
    }

    private Callers.Work appending(int events) {
        var subject = UUID.randomUUID().toString();
        var tag = new Tag("bench", subject);
        var condition =
                new AppendCondition[] {
                    AppendCondition.withCriteria(EventCriteria.havingTags(tag))
                            .withMarker(ConsistencyMarker.ORIGIN)
                };
        return () -> {
            List<TaggedEventMessage<?>> facts = new ArrayList<>(events);
            for (int number = 0; number < events; number++) {
                facts.add(fact(subject, tag, number));
            }
            var marker = committed(engine.appendEvents(condition[0], null, facts).join());
            condition[0] =
                    AppendCondition.withCriteria(EventCriteria.havingTags(tag)).withMarker(marker);
        };
    }

    private static TaggedEventMessage<?> fact(String subject, Tag tag, int number) {
        var id = UUID.randomUUID().toString();
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        id,
                        new MessageType(Noted.NAME, "1"),
                        new Noted(subject, number, Noted.WORDS),
                        Map.of("message", "bench/" + id, "content", "0123456789abcdef".repeat(4)),
                        Instant.now()),
                Set.of(tag, new Tag("message", "bench/" + id)));
    }

    private static <R> ConsistencyMarker committed(
            EventStorageEngine.AppendTransaction<R> prepared) {
        CompletableFuture<R> commit = prepared.commit(null);
        return commit.thenCompose(done -> prepared.afterCommit(done, null)).join();
    }
}
