package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.Tally.Full;
import shopkeeper.persistence.eventlog.Tally.Greeted;
import shopkeeper.persistence.eventlog.Tally.TallyFact;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;

class EventLogTest extends TallyLog {
    @Test
    void a_decision_knows_what_was_decided_before() {
        count(message("1"), who("ann"));
        count(message("2"), who("bob"));
        var third = count(message("3"), who("ann"));

        assertThat(third)
                .isEqualTo(
                        new Recorded.Decided<>(
                                Outcome.accepted(new Counted(who("ann"), 2)), new Position(3)));
        assertThat(log.read(tags(who("ann")), Tally.STORY))
                .isEqualTo(new Sourced<>(new Tally(2), new Position(3), new Position(3)));
        assertThat(log.read(tags(who("bob")), Tally.STORY))
                .isEqualTo(new Sourced<>(new Tally(1), new Position(2), new Position(3)));
        assertThat(log.read(tags(who("eve")), Tally.STORY))
                .isEqualTo(new Sourced<>(new Tally(0), Position.START, new Position(3)));
    }

    @Test
    void facts_of_another_capability_with_the_same_tag_are_not_told() {
        greet("1", who("ann"));
        assertThat(count(message("2"), who("ann")).position()).isEqualTo(new Position(2));
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(new Tally(1));
    }

    @Test
    void the_story_of_several_tags_holds_the_facts_of_each_once() {
        count(message("1"), who("ann"));
        count(message("2"), who("bob"));
        Story<Integer, TallyFact> all = new Story<>(TallyFact.class, 0, (count, fact) -> count + 1);

        assertThat(log.read(Set.of("customer:ann", "customer:bob"), all).state()).isEqualTo(2);
    }

    @Test
    void a_refusal_is_an_answer_and_leaves_no_trace() {
        count(message("1"), who("ann"));
        Recorded<TallyFact, Full> refused =
                log.decide(
                        message("2"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally -> tally.countUpTo(who("ann"), 1));

        assertThat(refused)
                .isEqualTo(new Recorded.Decided<>(Outcome.refused(new Full(1)), new Position(1)));
        assertThat(log.head()).isEqualTo(new Position(1));
    }

    @Test
    void what_was_already_so_is_accepted_without_a_fact() {
        count(message("1"), who("ann"));
        Recorded<TallyFact, Full> accepted =
                log.decide(
                        message("2"), tags(who("ann")), Tally.STORY, tally -> Outcome.accepted());

        assertThat(accepted).isEqualTo(new Recorded.Decided<>(Outcome.accepted(), new Position(1)));
        assertThat(log.head()).isEqualTo(new Position(1));
    }

    @Test
    void the_same_message_again_is_a_duplicate_with_the_position_of_its_last_fact() {
        Recorded<TallyFact, Full> first =
                log.decide(
                        message("1"),
                        tags(who("ann")),
                        Tally.STORY,
                        tally ->
                                Outcome.accepted(
                                        List.of(
                                                new Counted(who("ann"), 1),
                                                new Counted(who("ann"), 2))));
        count(message("2"), who("ann"));

        assertThat(first.position()).isEqualTo(new Position(2));
        assertThat(count(message("1"), who("ann")))
                .isEqualTo(new Recorded.Duplicate<>(new Position(2)));
        assertThat(log.head()).isEqualTo(new Position(3));
    }

    @Test
    void the_same_message_with_other_content_is_a_conflict() {
        count(message("1", "yes"), who("ann"));
        assertThat(count(message("1", "no"), who("ann")))
                .isInstanceOfSatisfying(
                        Recorded.Conflict.class,
                        told -> {
                            assertThat(told.position()).isEqualTo(new Position(1));
                            assertThat(told.contents().first())
                                    .isNotEmpty()
                                    .isNotEqualTo(told.contents().second());
                        });
    }

    @Test
    void a_message_is_recognised_even_where_nothing_else_is_sourced() {
        Recorded<TallyFact, Full> first =
                log.decide(message("1"), Set.of(), Tally.STORY, tally -> tally.count(who("ann")));
        Recorded<TallyFact, Full> second =
                log.decide(message("1"), Set.of(), Tally.STORY, tally -> tally.count(who("ann")));

        assertThat(first).isInstanceOf(Recorded.Decided.class);
        assertThat(second).isEqualTo(new Recorded.Duplicate<>(new Position(1)));
    }

    @Test
    void messages_whose_source_and_id_run_together_are_still_two() {
        Message one = new Message(new MessageId("till/1", "2"), "x");
        Message other = new Message(new MessageId("till", "1/2"), "x");
        Message third = new Message(new MessageId("till%2F1", "2"), "x");
        assertThat(List.of(count(one, who("a")), count(other, who("a")), count(third, who("a"))))
                .allMatch(recorded -> recorded instanceof Recorded.Decided);
        assertThat(log.after(Position.START, 10))
                .map(entry -> ((LogEntry.Legible) entry).logged().cause())
                .containsExactly(one.id(), other.id(), third.id());
    }

    @Test
    void the_log_tells_facts_with_their_causes_in_order() {
        count(message("1"), who("ann"));
        greet("2", who("bob"));

        assertThat(log.after(new Position(1), 10))
                .containsExactly(
                        new LogEntry.Legible(
                                new Logged<>(
                                        new Position(2),
                                        new MessageId("test", "2"),
                                        new Greeted(who("bob"), "hello")),
                                "greeting.said"));
    }

    @Test
    void a_fact_is_recorded_when_the_clock_of_the_platform_says_so() {
        count(message("1"), who("ann"));
        assertThat(database.sql().select(EVENT.RECORDED_AT).from(EVENT).fetch(EVENT.RECORDED_AT))
                .map(OffsetDateTime::toInstant)
                .containsExactly(NOON);
    }

    @Test
    void the_state_of_any_position_and_any_moment_can_be_asked_for() {
        Tally three = new Tally(3);
        for (int number = 1; number <= 3; number++) {
            count(message("ann-" + number), who("ann"));
            count(message("bob-" + number), who("bob"));
        }
        assertThat(log.read(tags(who("ann")), Tally.STORY).state()).isEqualTo(three);
        assertThat(log.readAsOf(tags(who("ann")), Tally.STORY, new Position(0)))
                .isEqualTo(new Tally(0));
        assertThat(log.readAsOf(tags(who("ann")), Tally.STORY, new Position(4)))
                .isEqualTo(new Tally(2));
        assertThat(log.readAsOf(tags(who("ann")), Tally.STORY, new Position(99))).isEqualTo(three);

        database.sql()
                .execute(
                        "update event set recorded_at = recorded_at + position * interval '1 minute'");
        assertThat(log.at(NOON)).isEqualTo(Position.START);
        assertThat(log.at(NOON.plusSeconds(60))).isEqualTo(new Position(1));
        assertThat(log.at(NOON.plusSeconds(179))).isEqualTo(new Position(2));
        assertThat(log.at(NOON.plusSeconds(3_600))).isEqualTo(new Position(6));
    }

    @Test
    void an_exception_in_a_decision_reaches_the_caller_and_leaves_no_trace() {
        assertThatThrownBy(() ->
                        log.<Tally, TallyFact, Full>decide(
                                message("1"),
                                tags(who("ann")),
                                Tally.STORY,
                                tally -> {
                                    throw new IllegalStateException("a bug");
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        assertThat(log.head()).isEqualTo(Position.START);
    }
}
