package shopkeeper.persistence.feed;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.ParkedFacts.Redriven;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.Tally.Greeted;

class PolicyTest extends Following {
    @Test
    void a_policy_answers_each_fact_once_and_its_position_rides_with_the_last_step() {
        WhenCounted policy = new WhenCounted();
        Position second = second();
        start(List.of(), List.of(), List.of(policy));

        await().atMost(ofSeconds(20)).until(() -> log.head().value() == 6);
        await().atMost(ofSeconds(20)).until(() -> stored(policy.name()) >= second.value());
        assertThat(policy.carriedOut)
                .containsExactly(
                        "counted:1/greet", "counted:1/wave", "counted:2/greet", "counted:2/wave");
        // the row was written by the transaction that wrote the last greeting, not by a later one
        assertThat(policy.positionsWhenHeard).containsExactly(1L, 2L);
    }

    @Test
    void a_policy_that_was_interrupted_between_two_steps_repeats_nothing() {
        WhenCounted interrupted = new WhenCounted();
        interrupted.failsAtWave = true;
        count("1", "ann");
        Feed started = start(List.of(), List.of(), List.of(interrupted));
        await().atMost(ofSeconds(20)).until(() -> !started.parked().isEmpty());
        assertThat(log.head()).isEqualTo(new Position(2));

        interrupted.failsAtWave = false;
        assertThat(started.redrive(interrupted.name())).isEqualTo(new Redriven(1, true));
        assertThat(log.read(tags(who("ann")), GREETINGS).state()).isEqualTo(2);
        assertThat(started.parked()).isEmpty();
    }

    @Test
    void where_a_policy_appends_nothing_its_position_is_written_alone() {
        WhenCounted silent = new WhenCounted();
        silent.appendsNothing = true;
        count("1", "ann");
        log.decide(
                message("2"),
                Set.of(),
                GREETINGS,
                none -> Outcome.accepted(new Greeted(who("ann"), "hi")));
        start(List.of(), List.of(), List.of(silent));
        await().atMost(ofSeconds(20)).until(() -> stored(silent.name()) == 2);
        assertThat(log.head()).isEqualTo(new Position(2));
    }

    private Position second() {
        count("1", "ann");
        return count("2", "bob");
    }
}
