package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Contended;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

/** Two nodes whose transactions take their time, and one who reads on behind them. */
class TwoNodesTest {
    private static final int EACH = 40;

    private final Database database = TestDatabase.empty();

    private EventLog open() {
        return EventLog.open(
                database, List.of(Tally.catalog()), Tally.secret(), InstantSource.system());
    }

    @Test
    void who_reads_on_misses_nothing_however_long_a_commit_takes() {
        List<Long> seen = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        try (EventLog one = open();
                EventLog other = open()) {
            var reading =
                    CompletableFuture.runAsync(() -> {
                        boolean last = false;
                        while (!last) {
                            last = done.get();
                            long from = seen.isEmpty() ? 0 : seen.getLast();
                            one.after(new Position(from), 1_000)
                                    .forEach(entry -> seen.add(entry.position().value()));
                        }
                    });
            Racers.race(
                    2,
                    node -> {
                        for (int i = 0; i < EACH; i++) {
                            // Every third transaction of one node is open for a while.
                            double seconds = node == 0 && i % 3 == 0 ? 0.02 : 0;
                            (node == 0 ? one : other)
                                    .add(
                                            new MessageId("test", node + "-" + i),
                                            new Counted(Tally.who("ann"), i),
                                            List.of((tx, last) ->
                                                    tx.execute("select pg_sleep(?)", seconds)));
                        }
                        return node;
                    });
            done.set(true);
            reading.join();
        }
        Set<Long> missed = new HashSet<>(database.sql().fetchValues(EVENT.POSITION));
        assertThat(missed).hasSize(2 * EACH);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        seen.forEach(missed::remove);
        assertThat(missed).as("committed, but never seen").isEmpty();
    }

    @Test
    void fifty_clients_on_ten_aggregates_leave_versions_without_hole_or_fork() {
        int clients = 50;
        int aggregates = 10;
        int laps = 6;
        try (EventLog one = open();
                EventLog other = open()) {
            Racers.race(
                    clients,
                    client -> {
                        CustomerId who = Tally.who("c" + client % aggregates);
                        for (int lap = 0; lap < laps; lap++) {
                            count(client % 2 == 0 ? one : other, client + "-" + lap, who);
                        }
                        return client;
                    });
            Map<CustomerId, List<Integer>> versions = new HashMap<>();
            for (LogEntry entry : one.after(Position.START, clients * laps + 1)) {
                Counted counted = (Counted) ((LogEntry.Legible) entry).logged().fact();
                versions.computeIfAbsent(counted.who(), _ -> new ArrayList<>())
                        .add(counted.version());
            }
            assertThat(versions).hasSize(aggregates);
            assertThat(versions.values())
                    .allSatisfy(each ->
                            assertThat(each)
                                    .containsExactlyElementsOf(
                                            IntStream.rangeClosed(1, clients / aggregates * laps)
                                                    .boxed()
                                                    .toList()));
        }
    }

    /** Whoever is told that others were faster asks again, as a client does after a 409. */
    private static void count(EventLog node, String message, CustomerId who) {
        while (true) {
            try {
                node.decide(
                        Tally.message(message), Tally.tags(who), Tally.STORY, t -> t.count(who));
                return;
            } catch (Contended e) {
                // again
            }
        }
    }
}
