package shopkeeper.persistence.decision;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.schema.generated.Tables.DECISION_JOURNAL;
import static shopkeeper.persistence.schema.generated.Tables.TIMELINE;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.decision.SlateQuality.Item;
import shopkeeper.domain.decision.SlateQuality.Served;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.domain.recommendation.Verdict;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class JooqServedSlatesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final OffsetDateTime AT = NOON.atOffset(ZoneOffset.UTC);

    private final Database database = TestDatabase.empty();
    private final JooqServedSlates slates = new JooqServedSlates(database.sql(), _ -> List.of());

    private void decided(long position, @Nullable String customer, String model) {
        decided(position, customer, model, AT);
    }

    private void decided(
            long position, @Nullable String customer, String model, OffsetDateTime at) {
        journaled(
                position,
                customer,
                at,
                """
                {"placements":[{"kind":"price","items":[{"product":"P-9"}]},
                 {"id":"home","kind":"recommendation","mode":"PERSONAL","items":[
                  {"product":"P-1","sources":[{"source":"BOUGHT_BEFORE","model":"baskets-7"},
                   {"source":"FACTORS","model":"als-1/64 dimensions"}]},
                  {"product":"P-2","sources":[]}]}],
                 "evidence":{"modelVersion":"%s"}}\
                """
                        .formatted(model),
                "{}");
    }

    private void journaled(
            long position,
            @Nullable String customer,
            OffsetDateTime at,
            String body,
            String gathered) {
        var row = database.sql().newRecord(DECISION_JOURNAL);
        row.setDecision("dec_" + position);
        row.setCustomer(customer);
        row.setMode("PERSONAL");
        row.setDecidedAt(at);
        row.setExpiresAt(at.plusMinutes(30));
        row.setBody(body);
        row.setGathered(gathered);
        row.setPosition(position);
        row.insert();
    }

    private void told(long position) {
        var row = database.sql().newRecord(TIMELINE);
        row.setPosition(position);
        row.setCustomer("ann");
        row.setOccurredAt(AT);
        row.setReceivedAt(AT);
        row.setChannel("IN_STORE");
        row.setTouchpoint("till");
        row.setKind("decision");
        row.setWords("Was answered");
        row.setReference("dec_" + position);
        row.insert();
    }

    @Test
    void a_slate_is_told_with_its_customer_channel_and_products() {
        decided(7, "ann", "baskets-3");
        told(7);

        assertThat(slates.since(NOON.minusSeconds(1), 10))
                .singleElement()
                .satisfies(slate -> {
                    assertThat(slate.customer()).contains(new CustomerId("ann"));
                    assertThat(slate.channel()).contains(Channel.IN_STORE);
                    assertThat(slate.mode()).isEqualTo(Mode.PERSONAL);
                    assertThat(slate.at()).isEqualTo(NOON);
                    assertThat(slate.placement()).isEqualTo("home");
                    assertThat(slate.items())
                            .containsExactly(
                                    new Item(
                                            new ProductId("P-1"),
                                            List.of("BOUGHT_BEFORE baskets", "FACTORS als-1"),
                                            List.of()),
                                    new Item(new ProductId("P-2"), List.of(), List.of()));
                });
    }

    @Test
    void of_nobody_known_neither_customer_nor_channel_is_told() {
        decided(7, null, "baskets-3");

        assertThat(slates.since(NOON.minusSeconds(1), 10))
                .singleElement()
                .satisfies(slate -> {
                    assertThat(slate.customer()).isEqualTo(Optional.empty());
                    assertThat(slate.channel()).isEqualTo(Optional.empty());
                });
    }

    @Test
    void of_nobody_known_the_channel_is_what_was_gathered_first() {
        journaled(
                7,
                null,
                AT,
                """
                {"placements":[{"id":"home","kind":"recommendation","mode":"POPULAR","items":[]}]}\
                """,
                """
                {"channel":"SUPPORT","touchpoint":"phone","cart":["\\"channel\\":\\"ONLINE\\""]}\
                """);

        assertThat(slates.since(NOON.minusSeconds(1), 10).stream().map(Served::channel))
                .containsExactly(Optional.of(Channel.SUPPORT));
    }

    @Test
    void what_was_said_stands_beside_its_product_in_the_first_placement_that_had_it() {
        journaled(
                7,
                null,
                AT,
                """
                {"placements":[
                 {"id":"home","kind":"recommendation","mode":"POPULAR","items":[{"product":"P-1"}]},
                 {"id":"cart","kind":"recommendation","mode":"POPULAR","items":[{"product":"P-1"},{"product":"P-2"}]}]}\
                """,
                "{}");
        decided(8, null, "baskets-3");
        var said = new ArrayList<FeedbackEvent>();
        said.add(given("dec_7", "P-1", Verdict.SHOWN));
        said.add(given("dec_7", "P-2", Verdict.HIDDEN));
        said.add(given("dec_7", "P-1", Verdict.CLICKED));
        var asked = new HashSet<DecisionId>();
        var told =
                new JooqServedSlates(
                        database.sql(),
                        decisions -> {
                            asked.addAll(decisions);
                            return said;
                        });

        assertThat(told.since(NOON.minusSeconds(1), 10))
                .flatExtracting(Served::items)
                .extracting(item -> item.product() + " " + item.feedback())
                .containsExactly(
                        "P-1 []", "P-2 []", "P-1 [SHOWN, CLICKED]", "P-1 []", "P-2 [HIDDEN]");
        assertThat(asked)
                .containsExactlyInAnyOrder(new DecisionId("dec_7"), new DecisionId("dec_8"));
    }

    private static FeedbackGiven given(String decision, String product, Verdict verdict) {
        return new FeedbackGiven(
                new DecisionId(decision),
                Optional.empty(),
                new ProductId(product),
                verdict,
                Via.web(),
                Moment.at(NOON));
    }

    @Test
    void models_that_differ_only_in_what_they_learned_from_are_of_one_kind() {
        decided(1, "ann", "baskets-3");
        decided(2, "ann", "baskets-4");
        decided(3, "ann", "baskets-5+held-out-1/baskets=5/2026-11-22T12:00:00Z");
        decided(4, "ann", "baskets-6+held-out-1/baskets=5/2026-11-22T12:00:00Z");

        assertThat(slates.since(NOON.minusSeconds(1), 10).stream().map(Served::model))
                .containsOnly("baskets", "baskets+held-out-1");
    }

    private void priced(long position) {
        var row = database.sql().newRecord(DECISION_JOURNAL);
        row.setDecision("dec_" + position);
        row.setMode("NONE");
        row.setDecidedAt(AT);
        row.setExpiresAt(AT.plusMinutes(30));
        row.setBody(
                """
                {"placements":[{"kind":"price","items":[{"product":"P-9"}]}],
                 "evidence":{"modelVersion":"baskets-3"}}\
                """);
        row.setGathered("{}");
        row.setPosition(position);
        row.insert();
    }

    @Test
    void nothing_is_told_that_is_older_than_asked_for() {
        decided(1, "ann", "baskets-3");

        assertThat(slates.since(NOON, 10)).isEmpty();
        assertThat(slates.since(NOON.minusNanos(1_000), 10)).hasSize(1);
    }

    @Test
    void prices_that_were_asked_for_take_no_slates_place() {
        decided(1, "ann", "baskets-3");
        for (int position = 2; position < 30; position++) {
            priced(position);
        }

        assertThat(slates.since(NOON.minusSeconds(1), 1)).hasSize(1);
    }

    @Test
    void of_too_many_some_of_all_the_time_are_told_and_the_same_ones_again() {
        for (int minute = 0; minute < 400; minute++) {
            decided(minute, "ann", "baskets-3", AT.plusMinutes(minute));
        }

        var some = slates.since(NOON.minusSeconds(1), 100);

        assertThat(some).hasSize(100).isEqualTo(slates.since(NOON.minusSeconds(1), 100));
        assertThat(
                        some.stream()
                                .collect(
                                        groupingBy(
                                                one ->
                                                        Duration.between(NOON, one.at()).toMinutes()
                                                                / 100,
                                                counting())))
                .as("of each quarter of the time about as many")
                .hasSize(4)
                .allSatisfy((_, count) -> assertThat(count).isBetween(15L, 35L));
    }
}
