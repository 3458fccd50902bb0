package shopkeeper.persistence.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static shopkeeper.persistence.feed.FollowedLog.NOON;
import static shopkeeper.persistence.schema.generated.Tables.DECISION_JOURNAL;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.DecisionModule;
import shopkeeper.application.decision.HonourDecision.Honoured;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.domain.decision.Decision;
import shopkeeper.domain.decision.Decision.Answer.Suggested;
import shopkeeper.domain.decision.Decision.Evidence;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.decision.DecisionRefusal.DecisionExpired;
import shopkeeper.domain.decision.DecisionRefusal.DecisionUnknown;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.Pool;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.SlatePolicies;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.eventlog.Racers;
import shopkeeper.persistence.feed.FollowedLog;

class AxonDecisionJournalTest {
    private static final CustomerId ANN = new CustomerId("c-ann");
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final Slate NOTHING =
            new Slate(
                    List.of(),
                    false,
                    new Pool(SlatePolicies.of(Occasion.HOME), 1, List.of(), List.of(), Map.of()),
                    false);

    private final FollowedLog shop = new FollowedLog();
    private final DecisionJournal journal = DecisionPersistence.journal(shop.log(), shop.sql());

    @AfterEach
    void close() {
        shop.close();
    }

    private static Decision decided(String id, Optional<CustomerId> customer, Instant at) {
        return new Decision(
                new DecisionId(id),
                customer,
                Via.web(),
                at,
                at.plus(LIFETIME),
                Position.START,
                List.of(
                        new Suggested(
                                "home",
                                customer.isPresent() ? Mode.PERSONAL : Mode.POPULAR,
                                NOTHING,
                                List.of())),
                new Evidence(List.of(), List.of(), "model-1", "policy-1"));
    }

    private JournaledDecision write(Decision decision, String words) {
        var body = new LinkedHashMap<String, Object>();
        body.put("words", words);
        body.put("limit", 3);
        body.put("also", List.of("a"));
        return journal.write(decision, body, Map.of("cart", List.of()));
    }

    @Test
    void a_decision_is_written_with_the_fact_that_it_was_made() {
        var written = write(decided("d-1", Optional.of(ANN), NOON), "hello\0");

        assertThat(written)
                .isEqualTo(
                        new JournaledDecision(
                                new DecisionId("d-1"),
                                Optional.of(ANN),
                                Mode.PERSONAL,
                                NOON,
                                NOON.plus(LIFETIME),
                                "{\"words\":\"hello\\u0000\",\"limit\":3,\"also\":[\"a\"]}"));
        assertThat(journal.find(new DecisionId("d-1"))).contains(written);
        var row = shop.sql().fetchSingle(DECISION_JOURNAL);
        assertThat(row.getPosition()).isEqualTo(1);
        assertThat(row.getGathered()).isEqualTo("{\"cart\":[]}");
        assertThat(shop.log().after(Position.START, 10))
                .singleElement()
                .satisfies(entry ->
                        assertThat(((LogEntry.Legible) entry).logged().fact())
                                .isEqualTo(
                                        new DecisionMade(
                                                new DecisionId("d-1"),
                                                Optional.of(ANN),
                                                Mode.PERSONAL,
                                                Via.web(),
                                                Moment.at(NOON),
                                                NOON.plus(LIFETIME))));
    }

    @Test
    void where_the_row_cannot_be_written_there_is_no_fact_either() {
        shop.sql()
                .execute(
                        "alter table decision_journal add constraint nothing_goes check (false) not valid");
        try {
            assertThat(catchThrowable(() -> write(decided("d-1", Optional.of(ANN), NOON), "hello")))
                    .isNotNull();
        } finally {
            shop.sql().execute("alter table decision_journal drop constraint nothing_goes");
        }
        assertThat(shop.log().head()).isEqualTo(Position.START);
        assertThat(write(decided("d-1", Optional.of(ANN), NOON), "hello").body()).contains("hello");
    }

    @Test
    void many_who_write_at_once_each_have_their_own_body() {
        var bodies =
                Racers.race(
                        8,
                        racer ->
                                write(
                                        decided("d-" + racer, Optional.of(ANN), NOON),
                                        "from " + racer));
        assertThat(journal.of(ANN, 10)).containsExactlyInAnyOrderElementsOf(bodies);
        assertThat(shop.log().head()).isEqualTo(new Position(8));
    }

    @Test
    void the_first_answer_says_no_other_time_than_its_repetition() {
        var odd = NOON.plusNanos(123_456_789);
        var first = write(decided("d-1", Optional.of(ANN), odd), "first");
        assertThat(journal.find(new DecisionId("d-1"))).contains(first);
        assertThat(first.expiresAt()).isEqualTo(NOON.plusNanos(123_456_000).plus(LIFETIME));
    }

    @Test
    void a_decision_is_honoured_until_it_expires_and_not_a_moment_longer() {
        var written = write(decided("d-1", Optional.empty(), NOON), "hello");
        var honour =
                DecisionModule.honourDecision(
                        journal,
                        (_, _) -> {
                            throw new AssertionError("it was decided for nobody");
                        });
        var end = NOON.plus(LIFETIME);
        assertThat(written.customer()).isEmpty();
        assertThat(honour.honour(new DecisionId("d-1"), end.minusNanos(1)))
                .isEqualTo(new Honoured.Again(written));
        assertThat(honour.honour(new DecisionId("d-1"), end))
                .isEqualTo(new Honoured.Refused(new DecisionExpired(new DecisionId("d-1"), end)));
        assertThat(honour.honour(new DecisionId("d-2"), NOON))
                .isEqualTo(new Honoured.Refused(new DecisionUnknown(new DecisionId("d-2"))));
    }

    @Test
    void the_decisions_of_a_customer_come_latest_first_and_no_more_than_asked_for() {
        write(decided("d-1", Optional.of(ANN), NOON), "1");
        write(decided("d-2", Optional.of(ANN), NOON.plusSeconds(2)), "2");
        write(decided("d-3", Optional.of(ANN), NOON.plusSeconds(1)), "3");
        write(decided("d-4", Optional.of(ANN), NOON.plusSeconds(1)), "4");
        write(decided("d-5", Optional.of(new CustomerId("c-bob")), NOON), "5");
        write(decided("d-6", Optional.empty(), NOON), "6");
        assertThat(journal.of(ANN, 3))
                .map(found -> found.id().value())
                .containsExactly("d-2", "d-4", "d-3");
        assertThat(journal.of(new CustomerId("c-eve"), 3)).isEmpty();
    }
}
