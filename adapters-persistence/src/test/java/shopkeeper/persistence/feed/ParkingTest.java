package shopkeeper.persistence.feed;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.ParkedFacts.Parked;
import shopkeeper.application.kernel.ParkedFacts.Redriven;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.LogEntry;

class ParkingTest extends Following {
    private static final String UNKNOWN =
            "no catalog knows the fact tally.invented: run the version of Shopkeeper that wrote it, or a newer one";

    @Test
    void a_failing_fact_is_parked_without_its_half_done_effect_and_the_others_count() {
        Counts counts = new Counts("counts");
        counts.failsFor.add("bob");
        count("1", "ann");
        count("2", "bob");
        Position last = count("3", "ann");
        Feed started = start(List.of(), List.of(counts), List.of());

        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(counts("ann")).isEqualTo(2);
        assertThat(counts("bob")).isZero();
        assertThat(started.parked())
                .singleElement()
                .satisfies(parked -> {
                    assertThat(parked.follower()).isEqualTo("counts");
                    assertThat(parked.position()).isEqualTo(new Position(2));
                    assertThat(parked.name()).isEqualTo("tally.counted");
                    assertThat(parked.reason()).startsWith("java.lang.IllegalStateException at ");
                    assertThat(parked.reason()).doesNotContain("secret");
                    assertThat(parked.first()).isEqualTo(NOON);
                    assertThat(parked.attempts()).isEqualTo(1);
                });
    }

    @Test
    void parked_facts_are_driven_again_in_order_and_one_that_still_fails_keeps_only_its_own_back() {
        Counts counts = new Counts("counts");
        counts.failsFor.addAll(Set.of("bob", "eve"));
        count("1", "bob");
        count("2", "eve");
        count("3", "bob");
        Position last = count("4", "eve");
        Feed started = start(List.of(), List.of(counts), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(started.parked())
                .map(Parked::position, Parked::attempts)
                .containsExactly(
                        tuple(new Position(1), 1),
                        tuple(new Position(2), 1),
                        tuple(new Position(3), 0),
                        tuple(new Position(4), 0));

        counts.failsFor.remove("bob");
        assertThat(started.redrive("counts")).isEqualTo(new Redriven(2, true));
        assertThat(started.parked())
                .map(Parked::position, Parked::attempts, Parked::reason)
                .containsExactly(
                        tuple(new Position(2), 2, started.parked().getFirst().reason()),
                        tuple(new Position(4), 0, "comes after the parked fact at 2"));
        assertThat(counts("bob")).isEqualTo(2);

        counts.failsFor.remove("eve");
        assertThat(started.redrive("counts")).isEqualTo(new Redriven(2, true));
        assertThat(started.parked()).isEmpty();
        assertThat(counts("eve")).isEqualTo(2);
    }

    @Test
    void a_failing_memory_does_not_stop_the_others() {
        Listener good = new Listener("good");
        Listener bad = new Listener("bad");
        bad.fails = true;
        Position last = count("1", "ann");
        Feed started = start(List.of(bad, good), List.of(), List.of());

        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(good.heard).containsExactly(1L);
        assertThat(started.parked()).map(Parked::follower).containsExactly("bad");

        bad.fails = false;
        assertThat(started.redrive("bad")).isEqualTo(new Redriven(1, true));
        assertThat(bad.heard).containsExactly(1L);
        assertThat(started.parked()).isEmpty();
    }

    @Test
    void while_many_are_driven_again_what_is_new_is_taken_in_between() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch newIsThere = new CountDownLatch(1);
        Listener slow =
                new Listener("slow") {
                    @Override
                    public void remember(Logged<? extends Fact> logged) {
                        super.remember(logged);
                        begun.countDown();
                        waitFor(newIsThere);
                    }
                };
        slow.fails = true;
        Position last = Position.START;
        for (int i = 0; i < 250; i++) {
            last = count("k-" + i, "ann");
        }
        Feed started = start(List.of(slow), List.of(), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(started.parked()).hasSize(250);
        slow.fails = false;

        var driven = CompletableFuture.supplyAsync(() -> started.redrive("slow"));
        begun.await();
        count("new", "ann");
        await().untilAsserted(() -> assertThat(started.lag()).containsEntry("memories", 1L));
        newIsThere.countDown();

        driven.join();
        await().until(() -> started.parked().isEmpty());
        assertThat(slow.heard).hasSize(251).doesNotHaveDuplicates();
        assertThat(slow.heard.indexOf(251L)).isLessThan(250);
    }

    @Test
    void what_is_parked_behind_them_while_many_are_driven_again_is_driven_too() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch newIsThere = new CountDownLatch(1);
        Counts counts =
                new Counts("counts") {
                    @Override
                    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
                        super.apply(logged, rows);
                        begun.countDown();
                        waitFor(newIsThere);
                    }
                };
        counts.failsFor.add("ann");
        Position last = Position.START;
        for (int i = 0; i < 150; i++) {
            last = count("k-" + i, "ann");
        }
        Feed started = start(List.of(), List.of(counts), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(started.parked()).hasSize(150);
        counts.failsFor.clear();

        var driven = CompletableFuture.supplyAsync(() -> started.redrive("counts"));
        begun.await();
        count("new", "ann");
        await().untilAsserted(() -> assertThat(started.lag()).containsEntry("counts", 1L));
        newIsThere.countDown();

        driven.join();
        await().untilAsserted(() -> assertThat(started.lag()).containsEntry("counts", 0L));
        await().until(() -> started.parked().isEmpty());
        assertThat(counts("ann")).isEqualTo(151);
    }

    @Test
    void what_is_parked_waits_for_the_disk_where_effects_do_not() {
        count("m", "ann");
        LogEntry entry = log.after(Position.START, 1).getFirst();
        Object commit =
                database.sql()
                        .transactionResult(transaction -> {
                            DSLContext tx = transaction.dsl();
                            tx.execute("set local synchronous_commit = off");
                            new ParkingLot(tx, Clock.fixed(NOON, ZoneOffset.UTC), "node")
                                    .park(tx, "counts", entry, Set.of(), new Unavailable("away"));
                            return tx.fetchValue("show synchronous_commit");
                        });
        assertThat(commit).isEqualTo("on");
    }

    @Test
    void what_a_memory_was_told_at_its_start_is_not_told_again_because_it_once_was_parked() {
        Listener bad = new Listener("listener");
        bad.fails = true;
        Position last = count("1", "ann");
        Feed started = start(List.of(bad), List.of(), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(started.parked()).hasSize(1);

        Listener mended = new Listener("listener");
        Feed restarted = start(List.of(mended), List.of(), List.of());
        assertThat(restarted.await(last, ofSeconds(20))).isTrue();
        assertThat(restarted.parked()).isEmpty();
        assertThat(restarted.redrive("listener")).isEqualTo(new Redriven(0, true));
        assertThat(mended.heard).containsExactly(1L);
    }

    @Test
    void a_fact_of_an_unknown_name_is_parked_by_everybody() {
        count("1", "ann");
        database.sql().update(EVENT).set(EVENT.NAME, "tally.invented").execute();
        Listener listener = new Listener("listener");
        Feed started = start(List.of(listener), List.of(new Counts("counts")), List.of());
        Position last = count("2", "bob");

        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(listener.heard).containsExactly(2L);
        assertThat(started.parked())
                .map(Parked::follower, Parked::reason)
                .containsExactly(tuple("counts", UNKNOWN), tuple("listener", UNKNOWN));
    }

    @Test
    void a_fact_of_a_newer_version_is_parked_by_whoever_it_concerns_until_a_program_knows_it() {
        count("1", "ann");
        database.sql().update(EVENT).set(EVENT.VERSION, "2").execute();
        Listener listener = new Listener("listener");
        WhenCounted policy = new WhenCounted();
        Feed started = start(List.of(listener), List.of(new Counts("counts")), List.of(policy));
        Position last = count("2", "bob");

        assertThat(started.await(last, ofSeconds(20))).isTrue();
        await().until(() -> started.parked().size() == 3);
        assertThat(started.parked())
                .map(Parked::name, Parked::reason)
                .containsOnly(
                        tuple(
                                "tally.counted",
                                "tally.counted has version 2, this program knows up to 1: run the version of Shopkeeper that wrote it, or a newer one"));

        database.sql().update(EVENT).set(EVENT.VERSION, "1").execute();
        for (Parked parked : started.parked()) {
            assertThat(started.redrive(parked.follower())).isEqualTo(new Redriven(1, true));
        }
        assertThat(started.parked()).isEmpty();
        assertThat(listener.heard).contains(1L, 2L);
    }

    @Test
    void an_error_of_one_memory_is_parked_and_no_memory_hears_a_fact_twice() {
        Listener good = new Listener("good");
        Listener broken =
                new Listener("broken") {
                    @Override
                    public void remember(Logged<? extends Fact> logged) {
                        throw new StackOverflowError();
                    }
                };
        Position last = count("1", "ann");
        Feed started = start(List.of(good, broken), List.of(), List.of());
        assertThat(started.await(last, ofSeconds(20))).isTrue();
        assertThat(good.heard).containsExactly(1L);
        assertThat(started.parked()).map(Parked::follower).containsExactly("broken");
    }
}
