package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.Tally.Full;
import shopkeeper.persistence.eventlog.Tally.TallyFact;

class LogOutageTest extends TallyLog {
    @Test
    void a_writer_whose_connection_is_cut_goes_on_and_loses_nothing() {
        AtomicBoolean cut = new AtomicBoolean();
        Rider saboteur =
                (tx, last) -> {
                    if (!cut.getAndSet(true)) {
                        database.sql()
                                .execute(
                                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                                + " where application_name = 'log-writer' and pid <> pg_backend_pid()");
                    }
                };
        var recorded =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        t -> t.count(who("ann")),
                        facts -> List.of(saboteur));
        assertThat(recorded.position()).isEqualTo(new Position(1));
        assertThat(count(message("2"), who("ann")).position()).isEqualTo(new Position(2));
        assertThat(positions()).isEqualTo(upTo(2));
    }

    @Test
    void a_writer_that_freezes_while_it_holds_the_head_does_not_stop_the_other_nodes()
            throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch thawed = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Rider freezing =
                (tx, last) -> {
                    if (first.getAndSet(false)) {
                        frozen.countDown();
                        awaitPatiently(thawed);
                    }
                };
        Future<Recorded<TallyFact, Full>> slow =
                threads.submit(() ->
                        log.decide(
                                message("slow"),
                                tags(who("ann")),
                                Tally.STORY,
                                t -> t.count(who("ann")),
                                facts -> List.of(freezing)));
        awaitPatiently(frozen);
        try (EventLog other = open()) {
            Recorded<TallyFact, Full> quick =
                    other.decide(
                            message("quick"),
                            tags(who("bob")),
                            Tally.STORY,
                            tally -> tally.count(who("bob")));
            assertThat(quick.position()).isEqualTo(new Position(1));
        }
        thawed.countDown();
        assertThat(slow.get().position()).isEqualTo(new Position(2));
    }

    @Test
    void whoever_cannot_read_in_time_hears_that_the_log_is_unavailable() throws SQLException {
        count(message("1"), who("ann"));
        List<Callable<?>> reads =
                List.of(
                        log::head,
                        () -> log.after(Position.START, 10),
                        () -> log.read(tags(who("ann")), Tally.STORY),
                        () -> count(message("2"), who("ann")));
        try (Connection hog = database.connect("hog", "")) {
            hog.setAutoCommit(false);
            database.on(hog).execute("lock table log_head, event in access exclusive mode");
            List<String> heard =
                    together(
                            reads.size(),
                            reader -> {
                                assertThatThrownBy(() -> reads.get(reader).call())
                                        .isInstanceOf(LogUnavailable.class);
                                return List.of("unavailable");
                            });
            assertThat(heard).hasSize(reads.size());
            hog.rollback();
        }
        assertThat(count(message("2"), who("ann")).position()).isEqualTo(new Position(2));
    }

    @Test
    void a_closed_log_takes_nothing() {
        log.close();
        assertThatThrownBy(() -> count(message("1"), who("ann")))
                .isInstanceOf(LogUnavailable.class);
        log = open();
    }

    private static void awaitPatiently(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
