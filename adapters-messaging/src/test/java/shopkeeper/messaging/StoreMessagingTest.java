package shopkeeper.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.application.access.Client;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.kernel.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real sockets, a real broker, and a till that is not ours. */
final class StoreMessagingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:42:00Z");
    private static final Shop SHOP = new Shop();

    @TempDir static Path data;
    private static MessagingAdapter adapter;
    private Till till;

    @BeforeAll
    static void open() {
        adapter =
                MessagingAdapter.embedded(
                        data, "127.0.0.1", 0, 0, SHOP.keys, SHOP.ports(), InstantSource.fixed(NOW));
        adapter.start();
    }

    @AfterAll
    static void close() {
        adapter.close();
    }

    @BeforeEach
    void connect() throws Exception {
        var client = Client.named("till:0042:07");
        till = new Till(adapter.port(), client.name(), SHOP.keys.keyOf(client));
        till.open();
    }

    @AfterEach
    void hangUp() {
        till.close();
    }

    @Test
    void a_sale_is_recorded_and_told_so() throws Exception {
        var answer = till.ask("pos.transactions", Samples.sale("000001"));
        assertThat(answer.at("/type").asString()).isEqualTo("retail.pos.outcome.accepted.v1");
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("accepted");
        assertThat(answer.at("/data/receipt").asString())
                .isEqualTo("0042/07/2026-11-20/000001/20261120T114102");
        var sale = purchases("000001").getFirst();
        assertThat(sale.total()).isEqualTo(Money.of("37.58", "EUR"));
        assertThat(sale.at().occurred()).isEqualTo("2026-11-20T10:41:38Z");
        assertThat(sale.customer()).isPresent();
    }

    @Test
    void the_same_receipt_counts_once_however_often_it_comes() throws Exception {
        var first = till.ask("pos.transactions", Samples.sale("000002"));
        var second = till.ask("pos.transactions", Samples.sale("000002"));
        var third =
                till.ask(
                        "pos.transactions",
                        Samples.sale("000002").replace("\"id\":\"0042-", "\"id\":\"again-0042-"));
        assertThat(outcomes(first, second, third))
                .containsExactly("accepted", "duplicate", "duplicate");
        assertThat(second.at("/data/position")).isEqualTo(first.at("/data/position"));
        assertThat(purchases("000002")).hasSize(1);
    }

    @Test
    void the_same_receipt_with_other_content_is_a_conflict_and_kept() throws Exception {
        till.ask("pos.transactions", Samples.sale("000003"));
        String other =
                Samples.sale("000003", "33.58", "")
                        .replace("\"amount\":\"-4.00\"", "\"amount\":\"-8.00\"");
        var answer = till.ask("pos.transactions", other);
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("conflict");
        assertThat(answer.at("/data/reason/code").asString()).isEqualTo("conflict");
        assertThat(purchases("000003")).hasSize(1);
        assertThat(SHOP.kept().stream().filter(one -> one.body().contains("000003")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.code()).isEqualTo("conflict");
                    assertThat(one.words()).containsPattern("then: [0-9a-f]+, now: [0-9a-f]+");
                });
    }

    @Test
    void a_receipt_whose_sum_is_wrong_is_refused_and_kept() throws Exception {
        var answer = till.ask("pos.transactions", Samples.sale("000004", "99.00", ""));
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("refused");
        assertThat(answer.at("/data/reason/code").asString()).isEqualTo("sums-do-not-add");
        assertThat(purchases("000004")).isEmpty();
        assertThat(kept("sums-do-not-add", "000004")).isTrue();
    }

    @Test
    void what_nobody_can_read_is_answered_kept_and_not_tried_again() throws Exception {
        var answer = till.ask("pos.transactions", "{\"specversion\":\"1.0\", oops");
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("quarantined");
        assertThat(answer.at("/data/reason/code").asString()).isEqualTo("malformed");
        assertThat(kept("malformed", "oops")).isTrue();
        assertThat(
                        till.ask("pos.transactions", Samples.sale("000005"))
                                .at("/data/outcome")
                                .asString())
                .isEqualTo("accepted");
    }

    @Test
    void an_unknown_type_is_kept() throws Exception {
        var answer =
                till.ask("pos.transactions", Samples.event("retail.pos.party.v1", "p-1", "{}"));
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("quarantined");
        assertThat(answer.at("/data/reason/code").asString()).isEqualTo("unknown-type");
    }

    @Test
    void training_and_cancelled_receipts_are_no_facts() throws Exception {
        var training =
                till.ask("pos.transactions", Samples.sale("000006", "37.58", "\"training\":true"));
        var cancelled =
                till.ask("pos.transactions", Samples.sale("000007", "37.58", "\"cancelled\":true"));
        assertThat(outcomes(training, cancelled)).containsExactly("ignored", "ignored");
        assertThat(training.at("/data/reason/code").asString()).isEqualTo("training");
        assertThat(cancelled.at("/data/reason/code").asString()).isEqualTo("cancelled");
        assertThat(purchases("000006")).isEmpty();
        assertThat(purchases("000007")).isEmpty();
        assertThat(adapter.counts().get("ignored")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void one_receipt_may_hold_a_sale_and_a_return_of_an_earlier_one() throws Exception {
        till.ask("pos.transactions", Samples.sale("000008"));
        String exchange =
                Samples.event(
                        "retail.pos.transaction.completed.v1",
                        "exchange-9",
                        """
                        {"store":{"id":"0042"},"workstation":"07","businessDay":"2026-11-20","sequence":"000009",
                         "begin":"2026-11-20T12:00:00","zone":"Europe/Stockholm","currency":"EUR",
                         "lines":[{"kind":"sale","sku":"A","qty":"1","unitPrice":"5.01"},
                          {"kind":"return","gtin":"09521234543213","qty":"1","unitPrice":"19.95",
                           "link":{"receipt":"0042/07/2026-11-20/000008/20261120T114102"}}],
                         "totals":{"net":"-14.94"}}
                        """);
        var answer = till.ask("pos.transactions", exchange);
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("accepted");
        assertThat(purchases("000009").getFirst().total()).isEqualTo(Money.of("5.01", "EUR"));
        var back =
                SHOP.log.facts(ReturnRecorded.class).stream()
                        .filter(one -> one.receipt().value().contains("/000009/"))
                        .toList();
        assertThat(back).hasSize(1);
        assertThat(back.getFirst().receipt().value()).endsWith("-return");
        assertThat(back.getFirst().sale()).isPresent();
        assertThat(back.getFirst().customer()).isEqualTo(purchases("000008").getFirst().customer());
    }

    @Test
    void a_return_of_a_sale_nobody_knows_waits() throws Exception {
        String lonely =
                Samples.event(
                        "retail.pos.return.recorded.v1",
                        "lonely-10",
                        """
                        {"store":{"id":"0042"},"workstation":"07","businessDay":"2026-11-20","sequence":"000010",
                         "begin":"2026-11-20T12:00:00","currency":"EUR",
                         "lines":[{"sku":"A","qty":"1","unitPrice":"5.01","link":{"receipt":"unheard-of"}}],
                         "totals":{"net":"-5.01"}}
                        """);
        var answer = till.ask("pos.transactions", lonely);
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("parked");
        assertThat(answer.at("/type").asString()).isEqualTo("retail.pos.outcome.parked.v1");
        assertThat(answer.at("/data/reason/code").asString()).isEqualTo("waits-for-sale");
        var again = till.ask("pos.transactions", lonely);
        assertThat(again.at("/data/outcome").asString()).isEqualTo("duplicate");
        assertThat(again.at("/data/position")).isEqualTo(answer.at("/data/position"));
    }

    @Test
    void consent_is_given_and_withdrawn_at_the_till() throws Exception {
        String word =
                "{\"customer\":{\"loyaltyId\":\"777\"},\"purpose\":\"CONTENT_PERSONALIZATION\","
                        + "\"notice\":{\"id\":\"n\",\"version\":\"1\",\"locale\":\"de\"},\"method\":\"SIGNATURE\"}";
        String given = Samples.event("retail.pos.consent.given.v1", "consent-1", word);
        var first = till.ask("pos.consents", given);
        var again =
                till.ask(
                        "pos.consents",
                        given.replace("\"method\":\"SIGNATURE\"", "\"method\" : \"SIGNATURE\""));
        var withdrawn =
                till.ask(
                        "pos.consents",
                        Samples.event("retail.pos.consent.withdrawn.v1", "consent-2", word));
        assertThat(outcomes(first, again, withdrawn))
                .containsExactly("accepted", "duplicate", "accepted");
        assertThat(SHOP.log.facts(ConsentGranted.class)).hasSize(1);
        assertThat(SHOP.log.facts(ConsentWithdrawn.class)).hasSize(1);
    }

    @Test
    void a_stranger_has_nothing_to_withdraw_and_is_not_met() throws Exception {
        var answer =
                till.ask(
                        "pos.consents",
                        Samples.event(
                                "retail.pos.consent.withdrawn.v1",
                                "consent-3",
                                "{\"customer\":{\"loyaltyId\":\"nobody\"},\"purpose\":\"ANALYTICS\"}"));
        assertThat(answer.at("/data/reason/code").asString()).isEqualTo("unknown-customer");
    }

    @Test
    void a_question_gets_the_decision_as_it_is_journaled() throws Exception {
        var answer = till.ask("pos.offers.requests", offers("req-1", ",\"maxOffers\":3"));
        assertThat(answer.at("/type").asString()).isEqualTo("retail.pos.offers.decided.v1");
        assertThat(answer.at("/correlationid").asString()).isEqualTo("req-1");
        assertThat(answer.at("/data/status").asString()).isEqualTo("ok");
        String id = answer.at("/data/decisionId").asString();
        assertThat(id).matches("dec_[0-9a-z]{26}");
        assertThat(till.lastBody)
                .contains("\"decision\":{\"z\":1.50, \"a\" : [ ],\"decisionId\":\"" + id + "\"}");

        var again =
                till.ask("pos.offers.requests", offers("req-2", ",\"decisionId\":\"" + id + "\""));
        assertThat(again.at("/data/status").asString()).isEqualTo("ok");
        assertThat(again.at("/data/decision")).isEqualTo(answer.at("/data/decision"));
    }

    @Test
    void a_decision_nobody_made_is_not_found() throws Exception {
        var answer =
                till.ask("pos.offers.requests", offers("req-3", ",\"decisionId\":\"dec_none\""));
        assertThat(answer.at("/data/status").asString()).isEqualTo("not-found");
        assertThat(answer.at("/data/code").asString()).isEqualTo("not-found");
    }

    @Test
    void the_till_never_waits_longer_than_its_budget() throws Exception {
        var release = new CountDownLatch(1);
        SHOP.deciding =
                question -> {
                    await(release);
                    return Shop.decision(question);
                };
        try {
            var answer = till.ask("pos.offers.requests", offers("req-4", ",\"budgetMs\":120"));
            assertThat(answer.at("/data/status").asString()).isEqualTo("degraded");
            assertThat(answer.at("/data/tookMs").asLong()).isBetween(100L, 3_000L);
            assertThat(answer.at("/data/decision").isMissingNode()).isTrue();
        } finally {
            SHOP.deciding = Shop::decision;
            release.countDown();
        }
    }

    @Test
    void an_outage_is_waited_out_and_nothing_is_lost() throws Exception {
        SHOP.log.cannotBeReached(3);
        var answer = till.ask("pos.transactions", Samples.sale("000011"));
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("accepted");
        assertThat(SHOP.log.canBeReached()).isTrue();
        assertThat(purchases("000011")).hasSize(1);
    }

    @Test
    void attributes_may_travel_as_application_properties() throws Exception {
        var structured = new JsonMapper().readTree(Samples.sale("000012"));
        var message =
                Message.create(structured.get("data").toString().getBytes(UTF_8))
                        .contentType("application/json")
                        .property("cloudEvents:specversion", "1.0")
                        .property("cloudEvents:type", structured.get("type").asString())
                        .property("cloudEvents_source", structured.get("source").asString())
                        .property("cloudEvents_id", structured.get("id").asString());
        assertThat(till.ask("pos.transactions", message).at("/data/outcome").asString())
                .isEqualTo("accepted");
    }

    @Test
    void a_large_message_is_taken_and_a_far_too_large_one_is_turned_away() throws Exception {
        String large =
                Samples.sale("000013")
                        .replace("\"till\":\"3\"", "\"note\":\"" + "x".repeat(300_000) + "\"");
        assertThat(till.ask("pos.transactions", large).at("/data/outcome").asString())
                .isEqualTo("accepted");
        String larger = large.replace("x".repeat(300_000), "x".repeat(1_200_000));
        assertThat(till.ask("pos.transactions", larger).at("/data/reason/code").asString())
                .isEqualTo("too-large");
        String far = "x".repeat(3 << 20);
        assertThatThrownBy(() -> till.ask("pos.transactions", far))
                .isInstanceOf(ClientException.class);
    }

    @Test
    void store_it_follows_every_outcome() throws Exception {
        var admin = Client.named("admin");
        try (var it = new Till(adapter.port(), "admin", SHOP.keys.keyOf(admin));
                var outcomes = it.connection.openReceiver("pos.outcomes")) {
            outcomes.openFuture().get(10, SECONDS);
            till.ask("pos.transactions", Samples.sale("000014"));
            var told = it.read(outcomes.receive(10, SECONDS));
            assertThat(told.at("/data/receipt").asString()).contains("/000014/");
        }
    }

    @Test
    void a_till_hears_the_outcomes_of_its_own_messages_and_no_others() throws Exception {
        var other = Client.named("till:0042:08");
        try (var neighbour = new Till(adapter.port(), other.name(), SHOP.keys.keyOf(other));
                var all = till.connection.openReceiver("pos.outcomes");
                var own = till.connection.openReceiver("stores.0042.tills.07.pos.outcomes")) {
            all.openFuture().get(10, SECONDS);
            own.openFuture().get(10, SECONDS);
            neighbour.ask(
                    "pos.transactions", Samples.sale("000015").replace(":till:07", ":till:08"));
            till.ask("pos.transactions", Samples.sale("000017"));
            for (var outcomes : List.of(all, own)) {
                Message<byte[]> told = outcomes.receive(10, SECONDS).message();
                assertThat(told.property("source")).isEqualTo("urn:store:0042:till:07");
            }
        }
    }

    @Test
    void a_till_may_send_at_addresses_of_its_own() throws Exception {
        var answer = till.ask("stores.0042.tills.07.pos.transactions", Samples.sale("000018"));
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("accepted");
        var lie =
                till.ask(
                        "stores.0042.tills.07.pos.transactions",
                        Samples.sale("000019").replace(":till:07", ":till:08"));
        assertThat(lie.at("/data/outcome").asString()).isEqualTo("quarantined");
    }

    @ParameterizedTest
    @CsvSource({
        "till:0042:07,wrong",
        "till:0042:08,key-of-till:0042:07",
        "platform,platform",
        "'',''"
    })
    void whoever_has_no_key_of_that_name_stays_outside(String user, String key) {
        assertThatThrownBy(
                        () -> {
                            try (var stranger = new Till(adapter.port(), user, key)) {
                                stranger.open();
                            }
                        })
                .hasStackTraceContaining("Security");
    }

    @Test
    void a_till_may_not_read_what_others_send() {
        for (String address :
                List.of(
                        "pos.transactions",
                        "pos.consents",
                        "dead-letters",
                        "pos.#",
                        "#",
                        "*.outcomes",
                        "stores.#",
                        "stores.0042.tills.08.pos.outcomes",
                        "stores.0042.tills.*.pos.outcomes",
                        "stores.0042.tills.07.x::pos.transactions",
                        "announcements.consent",
                        "activemq.management")) {
            assertThatThrownBy(() ->
                            till.connection.openReceiver(address).openFuture().get(10, SECONDS))
                    .as(address)
                    .hasCauseInstanceOf(ClientException.class);
        }
    }

    @Test
    void a_till_may_not_send_where_the_platform_speaks() {
        for (String address :
                List.of(
                        "pos.outcomes",
                        "stores.0042.tills.08.pos.transactions",
                        "stores.0042.tills.07.pos.outcomes",
                        "announcements.consent",
                        "activemq.management",
                        "nowhere")) {
            assertThatThrownBy(
                            () -> till.connection.openSender(address).openFuture().get(10, SECONDS))
                    .as(address)
                    .hasCauseInstanceOf(ClientException.class);
        }
    }

    @Test
    void the_reply_address_of_another_till_is_closed() throws Exception {
        var other = Client.named("till:0042:08");
        try (var neighbour = new Till(adapter.port(), other.name(), SHOP.keys.keyOf(other));
                var mine = till.connection.openDynamicReceiver()) {
            mine.openFuture().get(10, SECONDS);
            String address = mine.address();
            assertThatThrownBy(() ->
                            neighbour
                                    .connection
                                    .openReceiver(address)
                                    .openFuture()
                                    .get(10, SECONDS))
                    .hasCauseInstanceOf(ClientException.class);
            assertThatThrownBy(() ->
                            neighbour.connection.openSender(address).openFuture().get(10, SECONDS))
                    .hasCauseInstanceOf(ClientException.class);
        }
    }

    @Test
    void an_answer_goes_to_no_address_that_another_till_opened() throws Exception {
        var other = Client.named("till:0042:08");
        try (var neighbour = new Till(adapter.port(), other.name(), SHOP.keys.keyOf(other));
                var theirs = neighbour.connection.openDynamicReceiver();
                var area = neighbour.connection.openReceiver("stores.0042.tills.08.answers");
                var own = till.connection.openReceiver("stores.0042.tills.07.pos.outcomes");
                var sender = till.connection.openSender("pos.transactions")) {
            theirs.openFuture().get(10, SECONDS);
            area.openFuture().get(10, SECONDS);
            own.openFuture().get(10, SECONDS);
            int sequence = 30;
            for (String address : List.of(theirs.address(), "stores.0042.tills.08.answers")) {
                sender.send(
                        Message.create(Samples.sale("0000" + sequence++).getBytes(UTF_8))
                                .contentType("application/cloudevents+json")
                                .replyTo(address));
                assertThat(till.read(own.receive(10, SECONDS)).at("/data/outcome").asString())
                        .isEqualTo("accepted");
            }
            // What were for the neighbour would be there before its own answer.
            neighbour.ask(
                    "pos.transactions", Samples.sale("000032").replace(":till:07", ":till:08"));
            assertThat(theirs.tryReceive()).isNull();
            assertThat(area.tryReceive()).isNull();
        }
    }

    @Test
    void a_till_speaks_for_itself() throws Exception {
        var answer =
                till.ask(
                        "pos.transactions", Samples.sale("000016").replace(":till:07", ":till:08"));
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("quarantined");
        assertThat(answer.at("/data/reason/code").asString()).isEqualTo("malformed");
        assertThat(purchases("000016")).isEmpty();
    }

    private static String offers(String id, String more) {
        return Samples.event(
                "retail.pos.offers.requested.v1",
                id,
                "{\"basketId\":\"B-1\",\"loyaltyId\":\"40000066677\",\"lines\":[{\"gtin\":\"09521234543213\",\"qty\":\"2\"}]"
                        + more
                        + "}");
    }

    private static List<String> outcomes(JsonNode... answers) {
        return Stream.of(answers).map(answer -> answer.at("/data/outcome").asString()).toList();
    }

    private static boolean kept(String code, String part) {
        return SHOP.kept().stream()
                .anyMatch(one -> one.code().equals(code) && one.body().contains(part));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<PurchaseRecorded> purchases(String sequence) {
        return SHOP.log.facts(PurchaseRecorded.class).stream()
                .filter(one -> one.receipt().value().contains("/" + sequence + "/"))
                .toList();
    }
}
