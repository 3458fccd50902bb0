package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.PERMISSION_VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.Tally.Full;
import shopkeeper.persistence.eventlog.Tally.TallyFact;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;

class RidingTest extends TallyLog {
    @Test
    void what_rides_with_an_append_is_written_with_its_position() {
        var recorded =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally -> tally.count(who("ann")),
                        facts -> List.of(permissionOf("ann")));
        assertThat(permissionVersion("ann")).isEqualTo(recorded.position().value());
    }

    @Test
    void what_rides_is_not_asked_where_nothing_is_appended() {
        Recorded<TallyFact, Full> refused =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally -> tally.countUpTo(who("ann"), 0),
                        facts -> {
                            throw new AssertionError("asked");
                        });
        assertThat(refused.position()).isEqualTo(Position.START);
    }

    @Test
    void what_rides_with_a_rejected_append_is_not_written() {
        AtomicBoolean interfered = new AtomicBoolean();
        List<Long> written = new ArrayList<>();
        var recorded =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally -> {
                            if (!interfered.getAndSet(true)) {
                                count(message("2"), who("ann"));
                            }
                            return tally.count(who("ann"));
                        },
                        facts -> List.of((tx, last) -> written.add(last.value())));

        assertThat(recorded)
                .isEqualTo(
                        new Recorded.Decided<>(
                                Outcome.accepted(new Counted(who("ann"), 2)), new Position(2)));
        assertThat(written).containsExactly(2L);
    }

    @Test
    void a_rider_that_fails_takes_its_own_append_down_and_no_other() {
        CyclicBarrier start = new CyclicBarrier(20);
        List<String> failed =
                together(
                        20,
                        i -> {
                            CustomerId who = who("r" + i);
                            Rider rider =
                                    i % 7 == 3
                                            ? (tx, last) ->
                                                    tx.execute("insert into nowhere values (1)")
                                            : permissionOf(who.value());
                            start.await();
                            try {
                                log.decide(
                                        message("m" + i),
                                        tags(who),
                                        Tally.STORY,
                                        t -> t.count(who),
                                        facts -> List.of(rider));
                                return List.of();
                            } catch (RuntimeException e) {
                                return List.of(who.value());
                            }
                        });

        assertThat(failed).containsExactlyInAnyOrder("r3", "r10", "r17");
        assertThat(positions()).isEqualTo(upTo(17));
        assertThat(database.sql().fetchCount(PERMISSION_VERSION)).isEqualTo(17);
    }

    @Test
    void an_append_that_the_database_refuses_is_found_among_many() {
        CustomerId poison = who("poison");
        CyclicBarrier start = new CyclicBarrier(16);
        List<String> failed =
                together(
                        16,
                        i -> {
                            start.await();
                            CustomerId who = i == 5 ? poison : who("p" + i);
                            try {
                                log.decide(
                                        message("m" + i),
                                        Set.of(),
                                        Tally.STORY,
                                        t -> t.count(who),
                                        facts ->
                                                i == 5
                                                        ? List.of((tx, last) ->
                                                                tx.execute("select 1 / 0"))
                                                        : List.of());
                                return List.of();
                            } catch (RuntimeException e) {
                                return List.of(who.value());
                            }
                        });
        assertThat(failed).containsExactly("poison");
        assertThat(positions()).isEqualTo(upTo(15));
        assertThat(count(message("after"), who("ann")).position()).isEqualTo(new Position(16));
    }

    @Test
    void rows_alone_are_written_at_the_position_of_the_log() {
        count(message("1"), who("ann"));
        assertThat(log.write(List.of(permissionOf("bob")))).isEqualTo(new Position(1));
        assertThat(permissionVersion("bob")).isEqualTo(1);
    }

    private static Rider permissionOf(String customer) {
        return (tx, last) ->
                tx.insertInto(PERMISSION_VERSION)
                        .set(PERMISSION_VERSION.CUSTOMER, customer)
                        .set(PERMISSION_VERSION.VERSION, last.value())
                        .onDuplicateKeyUpdate()
                        .set(PERMISSION_VERSION.VERSION, last.value())
                        .execute();
    }

    private long permissionVersion(String customer) {
        return database.sql()
                .fetchSingle(PERMISSION_VERSION, PERMISSION_VERSION.CUSTOMER.eq(customer))
                .getVersion();
    }
}
