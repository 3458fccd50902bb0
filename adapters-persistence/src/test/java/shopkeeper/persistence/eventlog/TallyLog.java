package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.Tally.Full;
import shopkeeper.persistence.eventlog.Tally.Greeted;
import shopkeeper.persistence.eventlog.Tally.TallyFact;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

/** A log of tallies that begins empty, and many who use it at once. */
abstract class TallyLog {
    static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    final Database database = TestDatabase.empty();
    EventLog log = open();
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    EventLog open() {
        return EventLog.open(
                database,
                List.of(Tally.catalog(), Tally.greetings()),
                Tally.secret(),
                InstantSource.fixed(NOON));
    }

    @BeforeEach
    void theLogIsEmpty() {
        assertThat(log.head()).isEqualTo(Position.START);
    }

    @AfterEach
    void close() {
        threads.close();
        log.close();
    }

    Recorded<TallyFact, Full> count(Message message, CustomerId who) {
        return log.decide(message, tags(who), Tally.STORY, tally -> tally.count(who));
    }

    Recorded<Greeted, Full> greet(String id, CustomerId who) {
        Story<Integer, Greeted> none = new Story<>(Greeted.class, 0, (count, fact) -> count + 1);
        return log.decide(
                message(id), tags(who), none, count -> Outcome.accepted(new Greeted(who, "hello")));
    }

    List<Long> positions() {
        return database.sql()
                .select(EVENT.POSITION)
                .from(EVENT)
                .orderBy(EVENT.POSITION)
                .fetch(EVENT.POSITION);
    }

    static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    interface Racer<T> {
        List<T> run(int number) throws Exception;
    }

    <T> List<T> together(int racers, Racer<T> racer) {
        List<Callable<List<T>>> tasks =
                IntStream.range(0, racers)
                        .<Callable<List<T>>>mapToObj(number -> () -> racer.run(number))
                        .toList();
        try {
            List<T> all = new ArrayList<>();
            for (Future<List<T>> future : threads.invokeAll(tasks)) {
                all.addAll(future.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
