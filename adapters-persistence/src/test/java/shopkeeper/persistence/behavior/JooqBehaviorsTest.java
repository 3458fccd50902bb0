package shopkeeper.persistence.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.Behavior.Kind;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.eventlog.Racers;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class JooqBehaviorsTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    private final Database database = TestDatabase.empty();

    @BeforeEach
    void noDayHasAPartition() {
        database.sql()
                .fetch(
                        "select relname from pg_class where relname ~ '^behavior_\\d{4}_\\d\\d_\\d\\d$' and relkind = 'r'")
                .forEach(table -> database.sql().execute("drop table " + table.get(0)));
    }

    private TrackBehavior node() {
        return nodeAt(NOON);
    }

    private TrackBehavior nodeAt(Instant now) {
        return BehaviorPersistence.trackBehavior(database.sql(), InstantSource.fixed(now));
    }

    private static Behavior viewed(String message, Optional<String> product, Instant at) {
        return new Behavior(
                id(message),
                new CustomerId("c-ann"),
                Kind.PRODUCT_VIEWED,
                product.map(ProductId::new),
                Via.web(),
                Moment.at(at));
    }

    private static Behavior viewed(String message, Instant at) {
        return viewed(message, Optional.of("85123A"), at);
    }

    private static MessageId id(String message) {
        return new MessageId("web", message);
    }

    private Map<String, String> partitions() {
        return database.sql()
                .fetch("select message, tableoid::regclass::text from behavior")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
    }

    private int kept() {
        return database.sql().fetchCount(BEHAVIOR);
    }

    @Test
    void what_was_seen_is_kept_as_it_was() {
        node().track(
                        List.of(
                                new Behavior(
                                        id("1"),
                                        new CustomerId("c-ann"),
                                        Kind.PRODUCT_ADDED,
                                        Optional.of(new ProductId("85123A")),
                                        Via.web(),
                                        new Moment(NOON.minusSeconds(3), NOON))));
        var row = database.sql().fetchSingle(BEHAVIOR);
        assertThat(row.getCustomer()).isEqualTo("c-ann");
        assertThat(row.getKind()).isEqualTo("PRODUCT_ADDED");
        assertThat(row.getProduct()).isEqualTo("85123A");
        assertThat(row.getChannel()).isEqualTo("ONLINE");
        assertThat(row.getTouchpoint()).isEqualTo("web");
        assertThat(row.getOccurredAt().toInstant()).isEqualTo(NOON.minusSeconds(3));
        assertThat(row.getReceivedAt().toInstant()).isEqualTo(NOON);
    }

    @Test
    void a_batch_may_hold_views_with_and_without_a_product() {
        node().track(
                        List.of(
                                viewed("1", Optional.empty(), NOON),
                                viewed("2", Optional.of("85123A"), NOON),
                                viewed("3", Optional.empty(), NOON)));
        assertThat(
                        database.sql()
                                .selectFrom(BEHAVIOR)
                                .orderBy(BEHAVIOR.MESSAGE)
                                .fetch(BEHAVIOR.PRODUCT))
                .containsExactly(null, "85123A", null);
    }

    @Test
    void nothing_to_track_is_no_trouble() {
        assertThat(node().track(List.of())).isEmpty();
    }

    @Test
    void a_message_that_came_before_is_a_duplicate() {
        assertThat(node().track(List.of(viewed("1", NOON), viewed("2", NOON)))).isEmpty();
        assertThat(node().track(List.of(viewed("2", NOON), viewed("3", NOON))))
                .isEqualTo(Set.of(id("2")));
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void a_message_that_stands_twice_in_a_batch_is_a_duplicate_too() {
        assertThat(node().track(List.of(viewed("1", NOON), viewed("1", NOON), viewed("2", NOON))))
                .isEqualTo(Set.of(id("1")));
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void a_message_counts_once_a_day() {
        var yesterday = NOON.minus(Duration.ofDays(1));
        assertThat(node().track(List.of(viewed("1", NOON), viewed("1", yesterday)))).isEmpty();
        assertThat(node().track(List.of(viewed("1", NOON), viewed("1", yesterday))))
                .isEqualTo(Set.of(id("1")));
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void the_same_id_from_another_source_is_another_message() {
        node().track(List.of(viewed("1", NOON)));
        var app =
                new Behavior(
                        new MessageId("app", "1"),
                        new CustomerId("c-ann"),
                        Kind.CART_VIEWED,
                        Optional.empty(),
                        Via.web(),
                        Moment.at(NOON));
        assertThat(node().track(List.of(app))).isEmpty();
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void today_and_yesterday_get_partitions_of_their_own_on_both_sides_of_midnight() {
        var midnight = Instant.parse("2026-03-29T00:00:00Z");
        nodeAt(NOON)
                .track(List.of(viewed("before", midnight.minusMillis(1)), viewed("at", midnight)));
        assertThat(partitions())
                .containsOnly(
                        Map.entry("before", "behavior_2026_03_28"),
                        Map.entry("at", "behavior_2026_03_29"));
    }

    @Test
    void a_day_that_is_too_old_or_to_come_gets_no_partition() {
        node().track(
                        List.of(
                                viewed("old", NOON.minus(Duration.ofDays(41))),
                                viewed("just", NOON.minus(Duration.ofDays(40))),
                                viewed("tomorrow", NOON.plus(Duration.ofDays(1)))));
        assertThat(partitions())
                .containsOnly(
                        Map.entry("old", "behavior_old"),
                        Map.entry("just", "behavior_2026_02_17"),
                        Map.entry("tomorrow", "behavior_old"));
    }

    @Test
    void a_day_among_the_old_ones_stays_there_when_the_clock_was_set_back() {
        nodeAt(NOON.plus(Duration.ofDays(50))).track(List.of(viewed("1", NOON)));
        assertThat(node().track(List.of(viewed("1", NOON), viewed("2", NOON))))
                .isEqualTo(Set.of(id("1")));
        assertThat(partitions())
                .containsOnly(Map.entry("1", "behavior_old"), Map.entry("2", "behavior_old"));
    }

    @Test
    void those_who_begin_a_day_together_all_find_its_partition() {
        for (int day = 0; day < 20; day++) {
            var at = NOON.minus(Duration.ofDays(day));
            var nodes = List.of(node(), node());
            var duplicates =
                    Racers.race(
                            8,
                            racer ->
                                    nodes.get(racer % 2)
                                            .track(
                                                    List.of(
                                                            viewed(
                                                                    "%d-%d"
                                                                            .formatted(
                                                                                    at
                                                                                            .getEpochSecond(),
                                                                                    racer),
                                                                    at))));
            assertThat(duplicates).containsOnly(Set.of());
        }
        assertThat(kept()).isEqualTo(160);
        assertThat(partitions()).hasSize(160).doesNotContainValue("behavior_old");
    }

    @Test
    void batches_with_the_same_messages_in_another_order_do_not_wait_for_each_other() {
        var batch =
                new ArrayList<>(
                        IntStream.range(0, 300)
                                .mapToObj(message -> viewed("m" + message, NOON))
                                .toList());
        var reversed = new ArrayList<>(batch);
        Collections.reverse(reversed);
        for (int lap = 0; lap < 10; lap++) {
            database.sql().truncate(BEHAVIOR).execute();
            var node = node();
            var duplicates =
                    Racers.race(4, racer -> node.track(racer % 2 == 0 ? batch : reversed).size());
            assertThat(duplicates.stream().mapToInt(size -> size).sum()).isEqualTo(3 * 300);
            assertThat(kept()).isEqualTo(300);
        }
    }
}
