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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.decision.SlateQuality.Served;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class JooqServedSlatesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final OffsetDateTime AT = NOON.atOffset(ZoneOffset.UTC);

    private final Database database = TestDatabase.empty();
    private final JooqServedSlates slates = new JooqServedSlates(database.sql());

    private void decided(long position, @Nullable String customer, String model) {
        decided(position, customer, model, AT);
    }

    private void decided(
            long position, @Nullable String customer, String model, OffsetDateTime at) {
        var row = database.sql().newRecord(DECISION_JOURNAL);
        row.setDecision("dec_" + position);
        row.setCustomer(customer);
        row.setMode("PERSONAL");
        row.setDecidedAt(at);
        row.setExpiresAt(at.plusMinutes(30));
        row.setBody(
                """
                {"placements":[{"kind":"price","items":[{"product":"P-9"}]},
                 {"kind":"recommendation","mode":"PERSONAL","items":[{"product":"P-1"},{"product":"P-2"}]}],
                 "evidence":{"modelVersion":"%s"}}\
                """
                        .formatted(model));
        row.setGathered("{}");
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
                    assertThat(slate.items())
                            .containsExactly(new ProductId("P-1"), new ProductId("P-2"));
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
