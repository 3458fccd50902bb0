package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.persistence.eventlog.Tally.message;
import static shopkeeper.persistence.eventlog.Tally.tags;
import static shopkeeper.persistence.eventlog.Tally.who;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;
import static shopkeeper.persistence.schema.generated.Tables.EVENT_TAG;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.Tally.TallyFact;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A parcel whose stored form changed twice, and programs that are older than the log. */
class VersionsTest extends GoldenFacts {
    /** Version 1 had the weight in pounds as a text, version 2 in grams, version 3 the fee. */
    record Posted(String parcel, int grams, Optional<Money> fee) implements Fact {}

    private static final AtomicInteger LIFTED = new AtomicInteger();

    private final Database database = TestDatabase.empty();
    private EventLog log = open(Tally.catalog(), Tally.greetings());

    @Override
    protected EventCatalog catalog() {
        return EventCatalog.of("parcel")
                .fact(Posted.class, "parcel.posted", 3, fact -> Set.of("parcel:" + fact.parcel()))
                .upcast("parcel.posted", 1, VersionsTest::inGrams)
                .upcast("parcel.posted", 2, VersionsTest::withoutFee);
    }

    @Override
    protected List<Fact> samples() {
        return List.of(new Posted("p-1", 907, Optional.of(Money.of("4.95", "GBP"))));
    }

    private static JsonNode inGrams(JsonNode stored) {
        LIFTED.incrementAndGet();
        ObjectNode lifted = (ObjectNode) stored.deepCopy();
        double pounds = Double.parseDouble(lifted.remove("pounds").asString());
        return lifted.put("grams", Math.round(pounds * 453.59237));
    }

    private static JsonNode withoutFee(JsonNode stored) {
        LIFTED.incrementAndGet();
        return ((ObjectNode) stored.deepCopy()).putNull("fee");
    }

    private EventLog open(EventCatalog... catalogs) {
        return EventLog.open(
                database,
                List.of(catalogs),
                Tally.secret(),
                InstantSource.fixed(Instant.parse("2026-03-29T12:00:00Z")));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void every_version_is_lifted_step_by_step_and_the_newest_not_at_all() {
        Vocabulary vocabulary = new Vocabulary(List.of(catalog()));
        LIFTED.set(0);
        assertThat(
                        vocabulary.read(
                                "parcel.posted", 3, "{\"parcel\":\"p\",\"grams\":5,\"fee\":null}"))
                .isEqualTo(new Posted("p", 5, Optional.empty()));
        assertThat(LIFTED).hasValue(0);
        assertThat(vocabulary.read("parcel.posted", 2, "{\"parcel\":\"p\",\"grams\":5}"))
                .isEqualTo(new Posted("p", 5, Optional.empty()));
        assertThat(LIFTED).hasValue(1);
        assertThat(vocabulary.read("parcel.posted", 1, "{\"parcel\":\"p\",\"pounds\":\"2.0\"}"))
                .isEqualTo(new Posted("p", 907, Optional.empty()));
        assertThat(LIFTED).hasValue(3);
    }

    @Test
    void what_an_upcast_makes_of_a_broken_form_is_not_readable_and_says_nothing_of_it() {
        assertUnreadable(1, "{\"parcel\":\"Ann Secret\",\"pounds\":\"heavy\"}");
        assertUnreadable(1, "{\"parcel\":\"Ann Secret\"}");
        assertUnreadable(1, "[\"Ann Secret\"]");
        assertUnreadable(1, "Ann Secret");
    }

    private void assertUnreadable(int version, String stored) {
        Vocabulary vocabulary = new Vocabulary(List.of(catalog()));
        assertThatThrownBy(() -> vocabulary.read("parcel.posted", version, stored))
                .isInstanceOf(UnreadableFact.class)
                .hasMessage("parcel.posted version 1 could not be lifted to version 3")
                .satisfies(failure ->
                        assertThat(failure.toString() + failure.getCause())
                                .doesNotContain("Secret", "heavy"));
    }

    @Test
    void facts_of_old_versions_in_the_log_are_told_in_their_newest_form() {
        try (EventLog parcels = open(catalog())) {
            post(parcels, "a", "p-1");
            post(parcels, "b", "p-1");
            store("a", 1, "{\"parcel\":\"p-1\",\"pounds\":\"1\"}");
            store("b", 2, "{\"parcel\":\"p-1\",\"grams\":20}");
            post(parcels, "c", "p-1");

            Story<Integer, Posted> weight =
                    new Story<>(Posted.class, 0, (grams, posted) -> grams + posted.grams());
            assertThat(parcels.read(Set.of("parcel:p-1"), weight).state()).isEqualTo(454 + 20 + 10);
            assertThat(parcels.after(Position.START, 10))
                    .allSatisfy(entry -> assertThat(entry).isInstanceOf(LogEntry.Legible.class));
        }
    }

    private static void post(EventLog parcels, String id, String parcel) {
        Story<Integer, Posted> count = new Story<>(Posted.class, 0, (posted, _) -> posted + 1);
        parcels.decide(
                message(id),
                Set.of("parcel:" + parcel),
                count,
                _ -> Outcome.accepted(new Posted(parcel, 10, Optional.empty())));
    }

    private void store(String message, int version, String payload) {
        database.sql()
                .update(EVENT)
                .set(EVENT.VERSION, Integer.toString(version))
                .set(EVENT.PAYLOAD, payload)
                .where(
                        EVENT.POSITION.eq(
                                database.sql()
                                        .select(EVENT_TAG.POSITION)
                                        .from(EVENT_TAG)
                                        .where(EVENT_TAG.TAG.eq("message:test/" + message))))
                .execute();
    }

    @Test
    void who_meets_a_fact_of_a_newer_version_stops_and_says_what_to_do() {
        count("1", "ann");
        database.sql().update(EVENT).set(EVENT.VERSION, "2").execute();
        restart();

        assertThatThrownBy(() -> count("2", "ann"))
                .isInstanceOf(UnreadableFact.class)
                .hasMessage(
                        "tally.counted has version 2, this program knows up to 1: run the version of Shopkeeper that wrote it, or a newer one");
        assertThatThrownBy(() -> log.read(tags(who("ann")), Tally.STORY))
                .isInstanceOf(UnreadableFact.class);
        assertThat(log.head()).isEqualTo(new Position(1));
        assertThat(count("3", "bob").position()).isEqualTo(new Position(2));
    }

    @Test
    void who_meets_a_fact_that_only_a_newer_program_knows_stops_too() {
        count("1", "ann");
        name("tally.halved");

        assertThatThrownBy(() -> count("2", "ann"))
                .isInstanceOf(UnreadableFact.class)
                .hasMessage(
                        "no catalog knows the fact tally.halved: run the version of Shopkeeper that wrote it, or a newer one");
        assertThatThrownBy(() -> log.read(tags(who("ann")), Tally.STORY))
                .isInstanceOf(UnreadableFact.class);
        assertThat(count("3", "bob").position()).isEqualTo(new Position(2));
    }

    @Test
    void an_unknown_fact_of_another_capability_concerns_nobody_here() {
        count("1", "ann");
        name("parcel.lost");

        assertThat(count("2", "ann"))
                .isEqualTo(
                        new Recorded.Decided<>(
                                Outcome.accepted(new TallyFact.Counted(who("ann"), 1)),
                                new Position(2)));
    }

    @Test
    void a_fact_of_a_newer_program_that_comes_in_between_makes_it_look_again_and_stop() {
        count("1", "ann");
        assertThatThrownBy(() ->
                        log.decide(
                                message("2"),
                                tags(who("ann")),
                                Tally.STORY,
                                tally -> {
                                    if (log.head().value() == 1) {
                                        count("between", "ann");
                                        database.sql()
                                                .update(EVENT)
                                                .set(EVENT.NAME, "tally.halved")
                                                .where(EVENT.POSITION.eq(2L))
                                                .execute();
                                        database.sql()
                                                .update(EVENT_TAG)
                                                .set(EVENT_TAG.NAME, "tally.halved")
                                                .where(EVENT_TAG.POSITION.eq(2L))
                                                .execute();
                                    }
                                    return tally.count(who("ann"));
                                }))
                .isInstanceOf(UnreadableFact.class);
        assertThat(log.head()).isEqualTo(new Position(2));
    }

    private Recorded<TallyFact, Tally.Full> count(String id, String name) {
        CustomerId who = who(name);
        return log.decide(message(id), tags(who), Tally.STORY, tally -> tally.count(who));
    }

    private void name(String name) {
        database.sql().update(EVENT).set(EVENT.NAME, name).execute();
        database.sql().update(EVENT_TAG).set(EVENT_TAG.NAME, name).execute();
        restart();
    }

    /** What a fact looks like is changed behind its back: nobody may remember it otherwise. */
    private void restart() {
        log.close();
        log = open(Tally.catalog(), Tally.greetings());
    }
}
