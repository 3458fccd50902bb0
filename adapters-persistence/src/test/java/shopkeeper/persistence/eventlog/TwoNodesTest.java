package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
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
}
