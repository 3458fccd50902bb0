package shopkeeper.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.feed.FollowedLog.NOON;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.eventlog.LogEntry;

class ChunksTest {
    private static final int FACTS = 3 * Chunks.SIZE + 17;

    private final FollowedLog shop = new FollowedLog();
    private final Chunks chunks = new Chunks(shop.log());

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void those_who_follow_a_log_that_grows_read_every_fact_once_and_in_order() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers =
                    IntStream.range(0, 6).mapToObj(_ -> threads.submit(this::readAll)).toList();
            for (int fact = 1; fact <= FACTS; fact++) {
                append(fact);
            }
            for (Future<List<Long>> reader : readers) {
                assertThat(reader.get())
                        .isEqualTo(LongStream.rangeClosed(1, FACTS).boxed().toList());
            }
        }
    }

    @Test
    void a_laggard_reads_the_same_as_the_log_says_wherever_it_stands() {
        for (int fact = 1; fact <= Chunks.SIZE + 40; fact++) {
            append(fact);
            if (fact % 7 == 0) {
                chunks.after(fact - 1);
            }
        }
        for (long from = 0; from <= Chunks.SIZE + 40; from++) {
            var read = positions(chunks.after(from));

            assertThat(read)
                    .isEqualTo(
                            positions(shop.log().after(new Position(from), Chunks.SIZE))
                                    .subList(0, read.size()));
            assertThat(read.isEmpty()).isEqualTo(from == Chunks.SIZE + 40);
        }
    }

    @Test
    void a_piece_ends_where_the_next_one_begins() {
        for (int fact = 1; fact <= Chunks.SIZE + 1; fact++) {
            append(fact);
        }

        assertThat(positions(chunks.after(Chunks.SIZE - 1))).containsExactly((long) Chunks.SIZE);
        assertThat(positions(chunks.after(Chunks.SIZE))).containsExactly(Chunks.SIZE + 1L);
        assertThat(chunks.piece(0)).hasSize(Chunks.SIZE);
        assertThat(positions(chunks.after(3))).startsWith(4L).hasSize(Chunks.SIZE - 3);
    }

    private List<Long> readAll() {
        var read = new ArrayList<Long>();
        long seen = 0;
        while (seen < FACTS) {
            var entries = chunks.after(seen);
            read.addAll(positions(entries));
            seen += entries.size();
        }
        return read;
    }

    private void append(int fact) {
        shop.log()
                .add(
                        new MessageId("test", "m-" + fact),
                        new DecisionMade(
                                new DecisionId("d-" + fact),
                                Optional.empty(),
                                Mode.POPULAR,
                                Via.web(),
                                Moment.at(NOON),
                                NOON),
                        List.of());
    }

    private static List<Long> positions(List<LogEntry> entries) {
        return entries.stream().map(entry -> entry.position().value()).toList();
    }
}
