package shopkeeper.persistence.feed;

import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.application.kernel.Policy;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;
import shopkeeper.persistence.eventlog.Tally;
import shopkeeper.persistence.eventlog.Tally.Greeted;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

/** A log, and a feed that is started and stopped again. */
abstract class Following {
    static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    static final Story<Integer, Greeted> GREETINGS =
            new Story<>(Greeted.class, 0, (count, fact) -> count + 1);

    final Database database = TestDatabase.empty();
    final EventLog log =
            EventLog.open(
                    database,
                    List.of(Tally.catalog(), Tally.greetings()),
                    Tally.secret(),
                    InstantSource.fixed(NOON));
    @Nullable Feed feed;

    Following() {
        database.sql()
                .execute(
                        "create table if not exists tally_view (customer text primary key, count int not null)");
        database.sql().execute("truncate tally_view");
    }

    @AfterEach
    void close() {
        stop();
        log.close();
    }

    void stop() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }

    Feed start(List<Memory> memories, List<Projection> projections, List<Policy<?, ?>> policies) {
        stop();
        Feed started =
                Feed.start(
                        database,
                        log,
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        memories,
                        projections,
                        policies);
        feed = started;
        return started;
    }

    Feed started() {
        Feed started = feed;
        if (started == null) {
            throw new AssertionError("not started");
        }
        return started;
    }

    Position count(String message, String name) {
        CustomerId who = who(name);
        return log.decide(message(message), tags(who), Tally.STORY, tally -> tally.count(who))
                .position();
    }

    int counts(String customer) {
        Integer count =
                database.sql()
                        .fetchOne(
                                "select coalesce((select count from tally_view where customer = ?), 0)",
                                customer)
                        .get(0, Integer.class);
        return count;
    }

    long stored(String follower) {
        Long position =
                database.sql()
                        .select(FOLLOWER_POSITION.POSITION)
                        .from(FOLLOWER_POSITION)
                        .where(FOLLOWER_POSITION.FOLLOWER.eq(follower))
                        .fetchOne(FOLLOWER_POSITION.POSITION);
        return position == null ? 0 : position;
    }

    static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static class Listener implements Memory {
        private final String name;
        final List<Long> heard = new CopyOnWriteArrayList<>();
        volatile boolean fails;

        Listener(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void remember(Logged<? extends Fact> logged) {
            if (fails) {
                throw new IllegalStateException("a bug");
            }
            heard.add(logged.position().value());
        }
    }

    static class Counts implements Projection {
        private final String name;
        final Set<String> failsFor = ConcurrentHashMap.newKeySet();

        Counts(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Class<? extends Fact> follows() {
            return Counted.class;
        }

        @Override
        public void apply(Logged<? extends Fact> logged, ViewRows rows) {
            String who = ((Counted) logged.fact()).who().value();
            rows.sql()
                    .execute(
                            "insert into tally_view values (?, 1) on conflict (customer) do update set count = tally_view.count + 1",
                            who);
            if (failsFor.contains(who)) {
                throw new IllegalStateException("secret");
            }
        }
    }

    /** Greets, then waves at everybody who was counted. */
    final class WhenCounted implements Policy<Counted, String> {
        final List<String> carriedOut = new CopyOnWriteArrayList<>();
        final List<Long> positionsWhenHeard = new CopyOnWriteArrayList<>();
        volatile boolean failsAtWave;
        volatile boolean appendsNothing;

        @Override
        public String name() {
            return "when-counted";
        }

        @Override
        public Class<Counted> waitsFor() {
            return Counted.class;
        }

        @Override
        public List<Step<String>> when(Logged<Counted> logged) {
            String about = "counted:" + logged.position().value();
            return List.of(
                    new Step<>(
                            new Message(new MessageId(about, "greet"), logged.fact().who().value()),
                            "hello"),
                    new Step<>(
                            new Message(new MessageId(about, "wave"), logged.fact().who().value()),
                            "bye"));
        }

        @Override
        public void carryOut(Step<String> step) {
            if (failsAtWave && step.command().equals("bye")) {
                throw new IllegalStateException("a bug");
            }
            CustomerId who = who(step.message().content());
            log.<Integer, Greeted, Tally.Full>decide(
                    step.message(),
                    tags(who),
                    GREETINGS,
                    count ->
                            appendsNothing
                                    ? Outcome.accepted()
                                    : Outcome.accepted(new Greeted(who, step.command())));
            carriedOut.add(step.message().id().toString());
            if (step.command().equals("bye")) {
                positionsWhenHeard.add(stored(name()));
            }
        }
    }
}
