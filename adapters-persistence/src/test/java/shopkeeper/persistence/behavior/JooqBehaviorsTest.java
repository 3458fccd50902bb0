package shopkeeper.persistence.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.domain.consent.Purpose.ANALYTICS;
import static shopkeeper.domain.consent.Purpose.CONTENT_PERSONALIZATION;
import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;
import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR_DAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.behavior.Behaviors;
import shopkeeper.application.behavior.Behaviors.Allowed;
import shopkeeper.application.contracts.BehaviorsContract;
import shopkeeper.application.fakes.InMemoryConsents;
import shopkeeper.application.fakes.InMemoryLog;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Attention;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.persistence.eventlog.Racers;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class JooqBehaviorsTest extends BehaviorsContract {
    private static final Set<Purpose> BOTH = Set.of(CONTENT_PERSONALIZATION, ANALYTICS);
    private static final Act VIEW =
            new Act.ProductViewed(new ProductId("85123A"), Attention.UNKNOWN);

    private final Database database = TestDatabase.empty();

    @BeforeEach
    void noDayHasAPartition() {
        database.sql()
                .fetch(
                        "select relname from pg_class where relname ~ '^behavior_\\d{4}_\\d\\d_\\d\\d$' and relkind = 'r'")
                .forEach(table -> database.sql().execute("drop table " + table.get(0)));
        database.sql().deleteFrom(BEHAVIOR_DAY).execute();
    }

    @Override
    protected List<String> counted(LocalDate day) {
        return database.sql()
                .fetch("select kind || ' ' || channel from behavior where day = {0}", DSL.val(day))
                .getValues(0, String.class);
    }

    @Override
    protected Behaviors behaviors() {
        return BehaviorPersistence.behaviors(
                database.sql(), new InMemoryConsents(new InMemoryLog()));
    }

    private static Allowed view(String message, Instant at) {
        return new Allowed(did(message, customer("ann"), VIEW, at), BOTH);
    }

    private List<String> partitions() {
        return database.sql()
                .fetch(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = 'behavior'::regclass and inhrelid::regclass::text like 'behavior_2%' order by 1")
                .map(row -> row.get(0, String.class));
    }

    private Map<String, Integer> rows() {
        return database.sql()
                .fetch("select tableoid::regclass::text, count(*)::int from behavior group by 1")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class));
    }

    @Test
    void what_nobody_allowed_to_be_kept_names_nobody() {
        var act = new Act.Searched(Optional.of(new Query("ada@example.org")), OptionalInt.of(0));
        behaviors().keep(List.of(new Allowed(did("v-81", customer("v"), act, NOON), Set.of())));
        var row = database.sql().fetchSingle(BEHAVIOR);
        assertThat(row.getResults()).isZero();
        assertThat(row.getDay()).isEqualTo(TODAY);
        assertThat(row.getCustomer()).isNull();
        assertThat(row.getQuery()).isNull();
        assertThat(row.getOccurredAt()).isNull();
        assertThat(row.getReceivedAt()).isNull();
        assertThat(row.getList()).isNull();
        assertThat(row.getProducts()).isNull();
        assertThat(row.formatCSV()).doesNotContain("v-81", "c-v", "ada");
    }

    @Test
    void a_day_has_a_partition_of_its_own_and_the_next_two_are_made_ahead() {
        var midnight = Instant.parse("2026-03-29T00:00:00Z");
        behaviors().keep(List.of(view("before", midnight.minusMillis(1)), view("at", midnight)));
        assertThat(rows())
                .containsOnly(
                        Map.entry("behavior_2026_03_28", 1), Map.entry("behavior_2026_03_29", 1));
        assertThat(partitions())
                .containsExactly(
                        "behavior_2026_03_28",
                        "behavior_2026_03_29",
                        "behavior_2026_03_30",
                        "behavior_2026_03_31");
    }

    @Test
    void only_the_days_beside_those_of_a_batch_are_looked_into() {
        var days =
                IntStream.range(0, 20)
                        .mapToObj(day -> view("day-" + day, NOON.minus(Duration.ofDays(3L * day))))
                        .toList();
        behaviors().keep(days);
        // A statement that is often used is planned once for whatever it is asked.
        for (int time = 0; time < 15; time++) {
            var batch = List.of(view("m" + time, NOON), view("n" + time, NOON));
            var locked =
                    database.sql()
                            .transactionResult(tx -> {
                                var sql = tx.dsl();
                                sql.connection(
                                        connection -> BehaviorRows.insert(batch, connection));
                                return sql.fetch(
                                                "select distinct relname from pg_locks join pg_class on oid = relation where pid = pg_backend_pid() and relkind = 'r' and relname like 'behavior_2%' order by 1")
                                        .getValues(0, String.class);
                            });
            assertThat(locked)
                    .contains("behavior_2026_03_29")
                    .isSubsetOf(
                            "behavior_2026_03_28", "behavior_2026_03_29", "behavior_2026_03_30");
        }
    }

    @Test
    void a_day_whose_time_is_over_is_dropped() {
        var behaviors = behaviors();
        behaviors.keep(List.of(view("1", NOON), view("2", NOON.plus(Duration.ofDays(1)))));
        behaviors.expire(LocalDate.parse("2026-03-30").plusDays(395));
        assertThat(partitions())
                .containsExactly(
                        "behavior_2026_03_30", "behavior_2026_03_31", "behavior_2026_04_01");
        assertThat(rows()).containsOnly(Map.entry("behavior_2026_03_30", 1));
    }

    @Test
    void those_who_begin_a_day_together_all_find_its_partition() {
        for (int day = 0; day < 10; day++) {
            var at = NOON.minus(Duration.ofDays(day));
            var nodes = List.of(behaviors(), behaviors());
            var fresh =
                    Racers.race(
                            8,
                            racer ->
                                    nodes.get(racer % 2)
                                            .keep(
                                                    List.of(
                                                            view(
                                                                    at.getEpochSecond()
                                                                            + "-"
                                                                            + racer,
                                                                    at))));
            assertThat(fresh).containsOnly(List.of(true));
        }
        assertThat(rows()).hasSize(10);
    }

    @Test
    void batches_with_the_same_messages_in_another_order_do_not_wait_for_each_other() {
        var batch =
                new ArrayList<>(
                        IntStream.range(0, 300)
                                .mapToObj(message -> view("m" + message, NOON))
                                .toList());
        var reversed = new ArrayList<>(batch);
        Collections.reverse(reversed);
        for (int lap = 0; lap < 5; lap++) {
            database.sql().truncate(BEHAVIOR).execute();
            var nodes = List.of(behaviors(), behaviors());
            var fresh =
                    Racers.race(
                            4,
                            racer ->
                                    nodes
                                            .get(racer / 2)
                                            .keep(racer % 2 == 0 ? batch : reversed)
                                            .stream()
                                            .filter(isNew -> isNew)
                                            .count());
            assertThat(fresh.stream().mapToLong(count -> count).sum()).isEqualTo(300);
            assertThat(rows()).containsOnly(Map.entry("behavior_2026_03_29", 300));
        }
    }

    @Test
    void one_visitor_with_very_much_to_tell_is_no_trouble() {
        var behaviors = behaviors();
        var many =
                IntStream.range(0, 50_000)
                        .mapToObj(i -> view("m" + i, NOON.plusMillis(i)))
                        .toList();
        assertThat(behaviors.keep(many)).hasSize(50_000).containsOnly(true);
        assertThat(behaviors.of(List.of(customer("ann")), ANALYTICS, NOON, 200))
                .hasSize(200)
                .last()
                .satisfies(last ->
                        assertThat(last.at().effective()).isEqualTo(NOON.plusMillis(49_999)));
    }
}
