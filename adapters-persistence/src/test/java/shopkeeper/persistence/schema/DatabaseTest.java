package shopkeeper.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransientConnectionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Unavailable;

class DatabaseTest {
    private final Database database = TestDatabase.empty();

    @Test
    void an_outage_is_told_as_one() {
        assertThatThrownBy(
                        () -> {
                            database.sql().execute("select pg_terminate_backend(pg_backend_pid())");
                        })
                .isInstanceOf(Unavailable.class);
        assertThat(database.isReachable()).isTrue();
    }

    @Test
    void an_outage_inside_a_transaction_is_told_as_one() {
        assertThatThrownBy(() ->
                        database.sql()
                                .transaction(tx -> {
                                    tx.dsl().execute("set local statement_timeout = '10ms'");
                                    tx.dsl().execute("select pg_sleep(60)");
                                }))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void a_statement_that_can_never_succeed_is_no_outage() {
        assertThatThrownBy(
                        () -> {
                            database.sql().execute("select 1 / 0");
                        })
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_pool_that_has_no_connection_to_give_is_an_outage() {
        var pool = new PoolConnections(new EmptyPool());
        assertThatThrownBy(pool::acquire)
                .isInstanceOf(Unavailable.class)
                .hasRootCauseInstanceOf(SQLTransientConnectionException.class);
    }

    @Test
    void a_database_nobody_answers_for_is_not_reachable() {
        Database other = TestDatabase.further();
        try (other) {
            assertThat(other.isReachable()).isTrue();
        }
        assertThat(other.isReachable()).isFalse();
    }
}
