package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class OwnAppendsTest {
    private static final Tag ANN = new Tag("customer", "ann");
    private static final Tag BOB = new Tag("customer", "bob");
    private static final EventCriterion OF_ANN =
            EventCriteria.havingTags(ANN).flatten().iterator().next();

    private final OwnAppends own = new OwnAppends(3);

    private void add(long position, Tag... tags) {
        own.add(new RecentFact(position, new QualifiedName("tally.counted"), Set.of(tags)));
    }

    @Test
    void of_an_empty_log_everything_is_known() {
        assertThat(own.knowAllSince(0)).isTrue();
        assertThat(own.matchSince(OF_ANN, 0)).isFalse();
    }

    @Test
    void what_it_appended_after_a_position_is_found_there_and_not_after() {
        add(1, ANN);
        add(2, BOB);
        assertThat(own.matchSince(OF_ANN, 0)).isTrue();
        assertThat(own.matchSince(OF_ANN, 1)).isFalse();
        assertThat(own.head()).isEqualTo(2);
    }

    @Test
    void a_name_that_is_not_asked_for_does_not_count() {
        add(1, ANN);
        EventCriterion halved =
                EventCriteria.havingTags(ANN)
                        .andBeingOneOfTypes(new QualifiedName("tally.halved"))
                        .flatten()
                        .iterator()
                        .next();
        assertThat(own.matchSince(halved, 0)).isFalse();
    }

    @Test
    void of_what_is_no_longer_kept_it_knows_nothing() {
        add(1, ANN);
        add(2, BOB);
        add(3, BOB);
        assertThat(own.knowAllSince(0)).isTrue();
        add(4, BOB);
        assertThat(own.knowAllSince(0)).isFalse();
        assertThat(own.knowAllSince(1)).isTrue();
        assertThat(own.matchSince(OF_ANN, 0)).isFalse();
    }

    @Test
    void after_a_gap_it_begins_anew() {
        add(1, ANN);
        add(5, BOB);
        assertThat(own.knowAllSince(3)).isFalse();
        assertThat(own.knowAllSince(4)).isTrue();
        assertThat(own.matchSince(OF_ANN, 4)).isFalse();
    }

    @Test
    void where_others_appended_it_begins_where_the_log_ends() {
        add(1, ANN);
        own.startAt(7);
        assertThat(own.head()).isEqualTo(7);
        assertThat(own.knowAllSince(6)).isFalse();
        assertThat(own.knowAllSince(7)).isTrue();
    }
}
