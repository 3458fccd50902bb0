package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.Tally.Full;
import shopkeeper.persistence.eventlog.Tally.TallyFact;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;

class RacingTest extends TallyLog {
    @Test
    void sixteen_racers_leave_one_winner_for_each_version_and_no_hole() {
        int racers = 16;
        int laps = 10;
        CyclicBarrier start = new CyclicBarrier(racers);
        List<Recorded<TallyFact, Full>> all =
                together(
                        racers,
                        racer -> {
                            start.await();
                            List<Recorded<TallyFact, Full>> won = new ArrayList<>();
                            for (int lap = 0; lap < laps; lap++) {
                                won.add(count(message(racer + "-" + lap), who("ann")));
                            }
                            return won;
                        });

        assertThat(all)
                .map(recorded ->
                        ((Counted)
                                        ((Outcome.Accepted<TallyFact, Full>)
                                                        ((Recorded.Decided<TallyFact, Full>)
                                                                        recorded)
                                                                .outcome())
                                                .facts()
                                                .getFirst())
                                .version())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, racers * laps).boxed().toList());
        assertThat(positions()).isEqualTo(upTo(racers * laps));
    }

    @Test
    void what_another_node_appended_meanwhile_is_never_decided_over() {
        try (EventLog other = open()) {
            count(message("1"), who("ann"));
            other.decide(message("2"), tags(who("ann")), Tally.STORY, t -> t.count(who("ann")));
            count(message("3"), who("ann"));
        }
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(3));
    }

    @Test
    void a_no_is_never_said_on_a_state_that_is_out_of_date() {
        log.decide(message("1"), tags(who("ann")), Tally.STORY, t -> t.countUpTo(who("ann"), 1));
        try (EventLog other = open()) {
            other.decide(
                    message("2"),
                    tags(who("ann")),
                    Tally.STORY,
                    _ -> Outcome.accepted(new TallyFact.Cleared(who("ann"))));
        }
        Recorded<TallyFact, Full> again =
                log.decide(
                        message("3"),
                        tags(who("ann")),
                        Tally.STORY,
                        t -> t.countUpTo(who("ann"), 1));
        assertThat(again)
                .isInstanceOfSatisfying(
                        Recorded.Decided.class,
                        decided ->
                                assertThat(decided.outcome()).isInstanceOf(Outcome.Accepted.class));
    }

    @Test
    void a_log_that_lost_its_end_is_never_decided_over() {
        for (int number = 1; number <= 3; number++) {
            count(message("ann-" + number), who("ann"));
        }
        database.sql().execute("delete from event_tag where position > 1");
        database.sql().execute("delete from event where position > 1");
        database.sql().execute("update log_head set position = 1");
        count(message("bob"), who("bob"));
        count(message("ann-again"), who("ann"));
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(2));
        assertThat(positions()).isEqualTo(upTo(3));
    }

    @Test
    void a_failure_on_a_state_that_is_out_of_date_is_no_failure() {
        count(message("1"), who("ann"));
        try (EventLog other = open()) {
            other.decide(message("2"), tags(who("ann")), Tally.STORY, t -> t.count(who("ann")));
        }
        log.decide(
                message("3"),
                tags(who("ann")),
                Tally.STORY,
                tally -> {
                    if (tally.count() == 1) {
                        throw new IllegalStateException("one is not enough");
                    }
                    return tally.count(who("ann"));
                });
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(3));
    }

    @Test
    void a_duplicate_is_recognised_whatever_state_is_at_hand() {
        count(message("1"), who("ann"));
        count(message("2"), who("ann"));
        assertThat(count(message("1"), who("ann")))
                .isEqualTo(new Recorded.Duplicate<>(new Position(1)));
        assertThat(count(message("1"), who("bob")))
                .isEqualTo(new Recorded.Duplicate<>(new Position(1)));
        assertThat(positions()).isEqualTo(upTo(2));
    }

    @Test
    void two_nodes_racing_on_one_tag_leave_no_hole_either() {
        try (EventLog other = open()) {
            CyclicBarrier start = new CyclicBarrier(8);
            together(
                    8,
                    racer -> {
                        start.await();
                        EventLog mine = racer % 2 == 0 ? log : other;
                        for (int lap = 0; lap < 10; lap++) {
                            mine.decide(
                                    message(racer + "-" + lap),
                                    tags(who("ann")),
                                    Tally.STORY,
                                    t -> t.count(who("ann")));
                        }
                        return List.of();
                    });
        }
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(80));
        assertThat(positions()).isEqualTo(upTo(80));
    }

    @Test
    void a_reader_misses_nothing_while_many_append() throws Exception {
        int writers = 12;
        int each = 100;
        AtomicBoolean done = new AtomicBoolean();
        try (EventLog other = open()) {
            Future<List<Long>> reader =
                    threads.submit(() -> {
                        List<Long> seen = new ArrayList<>();
                        boolean last = false;
                        while (true) {
                            long from = seen.isEmpty() ? 0 : seen.getLast();
                            List<LogEntry> next = log.after(new Position(from), 100);
                            next.forEach(entry -> seen.add(entry.position().value()));
                            if (next.isEmpty() && last) {
                                return seen;
                            }
                            last = done.get();
                        }
                    });
            together(
                    writers,
                    writer -> {
                        EventLog mine = writer % 2 == 0 ? log : other;
                        for (int i = 0; i < each; i++) {
                            CustomerId who = who("w" + writer);
                            mine.decide(
                                    message(writer + "-" + i),
                                    tags(who),
                                    Tally.STORY,
                                    tally -> tally.count(who));
                        }
                        return List.of();
                    });
            done.set(true);
            assertThat(reader.get()).isEqualTo(upTo(writers * each));
        }
    }

    @Test
    void a_duplicate_that_races_its_original_has_no_second_effect() {
        for (int round = 0; round < 30; round++) {
            CustomerId who = who("c" + round);
            Message message = message("m" + round);
            CyclicBarrier start = new CyclicBarrier(4);
            List<Recorded<TallyFact, Full>> answers =
                    together(
                            4,
                            racer -> {
                                start.await();
                                return List.of(count(message, who));
                            });
            assertThat(answers).filteredOn(answer -> answer instanceof Recorded.Decided).hasSize(1);
            assertThat(answers).map(Recorded::position).containsOnly(new Position(round + 1));
        }
    }
}
