package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.persistence.eventlog.Tally.TallyFact;

class KnownStatesTest {
    private static final Set<String> ANN = Set.of("customer:ann");
    private static final Set<String> BOB = Set.of("customer:bob");

    private final KnownStates states = new KnownStates(10_000);

    private static KnownStates.Known<Tally> known(int count, long upTo) {
        return new KnownStates.Known<>(new Tally(count), upTo, upTo, 1_000);
    }

    private void keep(Set<String> tags, KnownStates.Known<Tally> known) {
        states.keep(Tally.STORY, tags, known);
    }

    @Test
    void what_was_kept_is_known_for_its_story_and_tag_only() {
        keep(ANN, known(1, 7));
        assertThat(states.of(Tally.STORY, ANN)).contains(known(1, 7));
        assertThat(states.of(Tally.STORY, BOB)).isEmpty();
        var other = new Story<>(Tally.Greeted.class, "", (words, _) -> words);
        assertThat(states.of(other, ANN)).isEmpty();
    }

    @Test
    void a_state_that_knows_more_of_the_log_replaces_one_that_knows_less_and_never_the_other_way() {
        keep(ANN, known(1, 7));
        keep(ANN, known(2, 9));
        keep(ANN, known(1, 8));
        assertThat(states.of(Tally.STORY, ANN)).contains(known(2, 9));
        assertThat(states.bytes()).isEqualTo(1_400);
    }

    @Test
    void what_was_forgotten_is_gone_and_weighs_nothing() {
        keep(ANN, known(1, 7));
        states.forget(Tally.STORY, ANN);
        states.forget(Tally.STORY, BOB);
        states.forget(Tally.STORY, Set.of());
        assertThat(states.of(Tally.STORY, ANN)).isEmpty();
        assertThat(states.bytes()).isZero();
    }

    @Test
    void the_state_not_asked_for_longest_makes_room() {
        for (int number = 0; number < 7; number++) {
            keep(Set.of("customer:" + number), known(number, 1));
        }
        assertThat(states.of(Tally.STORY, Set.of("customer:0"))).isPresent();
        keep(ANN, known(1, 1));
        assertThat(states.bytes()).isLessThanOrEqualTo(10_000);
        assertThat(states.of(Tally.STORY, Set.of("customer:0"))).isPresent();
        assertThat(states.of(Tally.STORY, Set.of("customer:1"))).isEmpty();
    }

    @Test
    void one_that_would_push_out_the_others_is_not_kept() {
        keep(ANN, new KnownStates.Known<>(new Tally(1), 1, 1, 2_501));
        assertThat(states.of(Tally.STORY, ANN)).isEmpty();
    }

    @Test
    void a_story_without_tags_is_known_from_the_start_and_one_of_many_tags_never() {
        assertThat(states.of(Tally.STORY, Set.of()))
                .contains(new KnownStates.Known<>(new Tally(0), 0, 0, 0));
        keep(Set.of("a:1", "b:2"), known(1, 1));
        assertThat(states.of(Tally.STORY, Set.of("a:1", "b:2"))).isEmpty();
    }

    @Test
    void a_story_told_once_is_never_known() {
        var once = Story.toldOnce(TallyFact.class, new Tally(0), (tally, _) -> tally);
        states.keep(once, ANN, known(1, 7));
        assertThat(states.of(once, ANN)).isEmpty();
        assertThat(states.bytes()).isZero();
    }

    @Test
    void nothing_is_known_where_nothing_may_be_kept() {
        KnownStates none = new KnownStates(0);
        none.keep(Tally.STORY, ANN, known(1, 1));
        assertThat(none.of(Tally.STORY, ANN)).isEmpty();
        assertThat(none.of(Tally.STORY, Set.of())).isEmpty();
    }
}
