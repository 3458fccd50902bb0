package shopkeeper.persistence.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.contracts.BehaviorsContract.NOON;
import static shopkeeper.application.contracts.BehaviorsContract.customer;
import static shopkeeper.application.contracts.BehaviorsContract.did;
import static shopkeeper.domain.consent.Purpose.ANALYTICS;
import static shopkeeper.domain.consent.Purpose.CONTENT_PERSONALIZATION;
import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import shopkeeper.application.behavior.Behaviors;
import shopkeeper.application.behavior.Behaviors.Allowed;
import shopkeeper.application.contracts.BehaviorForgettingContract;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.consent.ConsentPersistence;
import shopkeeper.persistence.feed.ViewRows;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class BehaviorForgettingTest extends BehaviorForgettingContract {
    private final Database database = TestDatabase.empty();

    @Override
    protected List<String> counted(LocalDate day) {
        return database.sql()
                .fetch("select kind || ' ' || channel from behavior where day = {0}", DSL.val(day))
                .getValues(0, String.class);
    }

    @Override
    protected Behaviors behaviors() {
        return BehaviorPersistence.behaviors(database.sql(), ledgers);
    }

    @Override
    protected void heard(Logged<? extends Fact> fact) {
        var forgetting = BehaviorPersistence.forgetting(ledgers);
        var words = ConsentPersistence.projection();
        ViewRows.change(
                database.sql(),
                rows -> {
                    forgetting.apply(fact, rows);
                    if (words.follows().isInstance(fact.fact())) {
                        words.apply(fact, rows);
                    }
                });
    }

    @Test
    void what_was_taken_back_names_nobody_either() {
        var act = new Act.Searched(Optional.of(new Query("blue")), OptionalInt.of(0));
        var behaviors = behaviors();
        behaviors.keep(
                List.of(
                        new Allowed(
                                did("1", customer("ann"), act, NOON),
                                Set.of(CONTENT_PERSONALIZATION, ANALYTICS))));
        withdraws("ann", ANALYTICS, NOON);
        assertThat(database.sql().fetchSingle(BEHAVIOR).getQuery()).isEqualTo("blue");
        withdraws("ann", CONTENT_PERSONALIZATION, NOON);
        assertThat(database.sql().fetchSingle(BEHAVIOR).formatCSV())
                .doesNotContain("c-ann", "blue", "12:00");
    }
}
