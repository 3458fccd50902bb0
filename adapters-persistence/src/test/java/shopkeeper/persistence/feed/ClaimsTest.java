package shopkeeper.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;
import static shopkeeper.persistence.schema.generated.Tables.NODE;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class ClaimsTest {
    private final Database database = TestDatabase.empty();
    private final List<Connection> connections = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();

    /** A node as the others see it: its claims, and a connection of its own while it lives. */
    private final class Living {
        final Claims claims;
        final Connection session;
        final DSLContext sql;

        Living(String... followers) throws SQLException {
            Node node = Node.ofThisProcess();
            claims = new Claims(node, changes::incrementAndGet);
            session = database.connect(node.session(), "");
            connections.add(session);
            sql = database.on(session);
            Set.of(followers).forEach(claims::want);
        }

        void beat() {
            claims.beat(sql);
        }

        /** As the others see it, it has not beaten for longer than they wait. */
        void freeze() {
            sql.execute("update node set beat_at = beat_at - interval '9 seconds'");
        }
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void a_node_that_is_alone_does_all_the_work_from_its_first_beat_on() throws SQLException {
        Living only = new Living("a", "b", "c");
        assertThat(only.claims.held()).isEmpty();
        only.beat();
        assertThat(only.claims.held()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(changes).hasValue(3);
        assertThat(only.claims.epoch("a")).hasValue(1);
    }

    @Test
    void a_node_that_comes_later_gets_its_share_and_then_nothing_moves_any_more()
            throws SQLException {
        Living first = new Living("a", "b", "c", "d", "e");
        first.beat();
        Living second = new Living("a", "b", "c", "d", "e");
        for (int beat = 0; beat < 4; beat++) {
            second.beat();
            first.beat();
        }
        assertThat(first.claims.held()).hasSize(3);
        assertThat(second.claims.held())
                .hasSize(2)
                .doesNotContainAnyElementsOf(first.claims.held());

        changes.set(0);
        second.beat();
        first.beat();
        assertThat(changes).hasValue(0);
    }

    @Test
    void who_can_do_only_some_of_the_work_gets_of_that() throws SQLException {
        Living all = new Living("a", "b", "c", "d");
        all.beat();
        Living some = new Living("d");
        for (int beat = 0; beat < 4; beat++) {
            some.beat();
            all.beat();
        }
        assertThat(some.claims.held()).containsExactly("d");
        assertThat(all.claims.held()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void what_others_leave_lying_is_taken_with_the_next_beat() throws SQLException {
        Living busy = new Living("a", "b");
        busy.beat();
        Living idle = new Living("a", "b", "c");
        database.sql()
                .insertInto(NODE)
                .set(NODE.NAME, idle.claims.node().name())
                .set(NODE.WANTS, new String[] {"c"})
                .set(NODE.BEAT_AT, DSL.currentOffsetDateTime())
                .execute();
        busy.claims.want("c");
        busy.beat();
        assertThat(busy.claims.held()).doesNotContain("c");
        busy.beat();
        assertThat(busy.claims.held()).contains("c");
    }

    @Test
    void a_killed_nodes_work_is_taken_over_with_the_next_beat() throws SQLException {
        Living killed = new Living("a");
        killed.beat();
        Living heir = new Living("a");
        heir.beat();
        assertThat(heir.claims.held()).isEmpty();

        killed.session.close();
        awaitGone(killed);
        heir.beat();
        assertThat(heir.claims.epoch("a")).hasValue(2);
    }

    @Test
    void a_frozen_nodes_work_is_taken_over_and_it_learns_of_it_when_it_thaws() throws SQLException {
        Living frozen = new Living("a");
        frozen.beat();
        frozen.freeze();
        Living heir = new Living("a");
        heir.beat();
        assertThat(heir.claims.held()).containsExactly("a");
        assertThat(frozen.claims.held()).containsExactly("a");

        frozen.beat();
        assertThat(frozen.claims.held()).isEmpty();
        assertThat(heir.claims.held()).containsExactly("a");
    }

    @Test
    void who_leaves_leaves_nothing_behind_and_others_need_not_wait() throws SQLException {
        Living leaving = new Living("a");
        leaving.beat();
        leaving.claims.leave(leaving.sql);
        assertThat(leaving.claims.held()).isEmpty();
        assertThat(database.sql().fetchCount(NODE)).isZero();

        Living heir = new Living("a");
        heir.beat();
        assertThat(heir.claims.epoch("a")).hasValue(3);
    }

    @Test
    void a_row_that_is_held_just_now_is_taken_later() throws SQLException {
        Living late = new Living("a");
        late.beat();
        late.claims.leave(late.sql);
        Living heir = new Living("a");
        database.sql()
                .transaction(transaction -> {
                    transaction.dsl().selectFrom(FOLLOWER_POSITION).forUpdate().fetch();
                    heir.beat();
                    assertThat(heir.claims.held()).isEmpty();
                });
        heir.beat();
        assertThat(heir.claims.held()).containsExactly("a");
    }

    @Test
    void a_claim_is_given_up_in_memory_only_by_whoever_lost_that_very_one() throws SQLException {
        Living node = new Living("a");
        node.beat();
        node.claims.lost("a", 0);
        assertThat(node.claims.held()).containsExactly("a");
        node.claims.lost("a", 1);
        assertThat(node.claims.held()).isEmpty();
        node.beat();
        assertThat(node.claims.epoch("a")).hasValue(2);
    }

    private void awaitGone(Living node) {
        await().until(() ->
                database.sql()
                        .fetch(
                                "select from pg_stat_activity where application_name = ?",
                                node.claims.node().session())
                        .isEmpty());
    }
}
