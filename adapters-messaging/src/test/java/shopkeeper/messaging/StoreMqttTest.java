package shopkeeper.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.access.Client;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import tools.jackson.databind.json.JsonMapper;

/** The same shop, the same words, over MQTT. */
final class StoreMqttTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:42:00Z");
    private static final Client TILL = Client.named("till:0042:07");
    private static final Shop SHOP = new Shop();

    @TempDir static Path data;
    private static MessagingAdapter adapter;
    private MqttTill till;

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
        till = till(TILL).open();
    }

    @AfterEach
    void hangUp() {
        till.close();
    }

    @Test
    void a_sale_is_recorded_and_told_so() throws Exception {
        var answer = till.ask("pos/transactions", Samples.sale("000001"));
        assertThat(answer.at("/type").asString()).isEqualTo("retail.pos.outcome.accepted.v1");
        assertThat(answer.at("/data/receipt").asString()).contains("/000001/");
        assertThat(purchases("000001")).isEqualTo(1);
    }

    @Test
    void what_came_over_amqp_is_a_duplicate_over_mqtt() throws Exception {
        try (var amqp = new Till(adapter.port(), TILL.name(), SHOP.keys.keyOf(TILL))) {
            var first = amqp.ask("pos.transactions", Samples.sale("000002"));
            var second = till.ask("pos/transactions", Samples.sale("000002"));
            assertThat(first.at("/data/outcome").asString()).isEqualTo("accepted");
            assertThat(second.at("/data/outcome").asString()).isEqualTo("duplicate");
            assertThat(second.at("/data/position")).isEqualTo(first.at("/data/position"));
        }
    }

    @Test
    void the_outcome_also_comes_to_the_tills_own_topic() throws Exception {
        till.follow(MqttTill.AREA + "pos/outcomes");
        till.send(
                Mqtt5Publish.builder()
                        .topic(MqttTill.AREA + "pos/transactions")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(Samples.sale("000003").getBytes(UTF_8))
                        .build());
        var told = MqttTill.read(till.next());
        assertThat(told.at("/data/outcome").asString()).isEqualTo("accepted");
        assertThat(told.at("/data/receipt").asString()).contains("/000003/");
    }

    @Test
    void attributes_may_travel_as_user_properties_without_prefix() throws Exception {
        var structured = new JsonMapper().readTree(Samples.sale("000004"));
        var answer =
                till.ask(
                        till.event("pos/transactions", structured.get("data").toString())
                                .extend()
                                .contentType("application/json")
                                .userProperties()
                                .add("specversion", "1.0")
                                .add("type", structured.get("type").asString())
                                .add("source", structured.get("source").asString())
                                .add("id", structured.get("id").asString())
                                .applyUserProperties()
                                .build());
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("accepted");
    }

    @Test
    void a_question_is_answered_with_the_decision() throws Exception {
        var answer =
                till.ask(
                        "pos/offers/requests",
                        Samples.event(
                                "retail.pos.offers.requested.v1",
                                "req-1",
                                "{\"loyaltyId\":\"40000066677\",\"budgetMs\":5000,\"lines\":[{\"gtin\":\"09521234543213\",\"qty\":\"2\"}]}"));
        assertThat(answer.at("/data/status").asString()).isEqualTo("ok");
    }

    @Test
    void an_old_till_speaks_structured_over_mqtt_3() throws Exception {
        var old =
                MqttClient.builder()
                        .useMqttVersion3()
                        .serverHost("127.0.0.1")
                        .serverPort(adapter.mqttPort().getAsInt())
                        .identifier(TILL.name() + "/old")
                        .buildBlocking();
        old.connectWith()
                .simpleAuth()
                .username(TILL.name())
                .password(SHOP.keys.keyOf(TILL).getBytes(UTF_8))
                .applySimpleAuth()
                .send();
        till.follow(MqttTill.AREA + "pos/#");
        old.publishWith()
                .topic(MqttTill.AREA + "pos/transactions")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(Samples.sale("000005").getBytes(UTF_8))
                .send();
        assertThat(MqttTill.read(till.next()).at("/data/outcome").asString()).isEqualTo("accepted");
        old.publishWith()
                .topic(MqttTill.AREA + "pos/offers/requests")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(
                        Samples.event(
                                        "retail.pos.offers.requested.v1",
                                        "req-2",
                                        "{\"budgetMs\":5000,\"lines\":[{\"sku\":\"A\",\"qty\":\"1\"}]}")
                                .getBytes(UTF_8))
                .send();
        var decided = till.next();
        assertThat(decided.getTopic()).hasToString(MqttTill.AREA + "pos/offers/replies");
        assertThat(MqttTill.read(decided).at("/data/status").asString()).isEqualTo("ok");
        old.disconnect();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"specversion\":\"1.0\", oops", "{}", "\u0000"})
    void what_nobody_can_read_is_answered_and_kept(String body) throws Exception {
        var answer = till.ask("pos/transactions", body);
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("quarantined");
        assertThat(answer.at("/data/reason/code").asString()).isEqualTo("malformed");
    }

    @Test
    void a_till_speaks_for_itself() throws Exception {
        var answer =
                till.ask(
                        "pos/transactions", Samples.sale("000006").replace(":till:07", ":till:08"));
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("quarantined");
        assertThat(purchases("000006")).isZero();
    }

    @Test
    void a_large_message_is_taken_and_a_far_too_large_one_ends_the_connection() throws Exception {
        String large =
                Samples.sale("000007")
                        .replace("\"till\":\"3\"", "\"note\":\"" + "x".repeat(300_000) + "\"");
        assertThat(till.ask("pos/transactions", large).at("/data/outcome").asString())
                .isEqualTo("accepted");
        String larger = large.replace("x".repeat(300_000), "x".repeat(1_200_000));
        assertThat(till.ask("pos/transactions", larger).at("/data/reason/code").asString())
                .isEqualTo("too-large");
        assertThatThrownBy(() -> till.ask("pos/transactions", "x".repeat(20 << 20)))
                .hasMessageContaining("exceed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stores/0042/tills/08/pos/transactions",
                "stores/0042/tills/07/pos/outcomes",
                "stores/0042/tills/07/pos/gossip",
                "stores.0042.tills.07.pos.transactions",
                "pos/outcomes",
                "announcements/consent",
                "somewhere"
            })
    void a_till_publishes_nowhere_else(String topic) {
        var message =
                till.event("pos/transactions", Samples.sale("000008"))
                        .extend()
                        .topic(topic)
                        .build();
        assertThatThrownBy(() -> till.send(message)).isInstanceOf(ExecutionException.class);
        assertThat(purchases("000008")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stores/0042/tills/08/pos/outcomes",
                "stores/0042/tills/+/pos/outcomes",
                "stores/+/tills/07/pos/outcomes",
                "stores/#",
                "#",
                "+/0042/tills/07/answers",
                "pos/outcomes",
                "pos/transactions",
                "announcements/#",
                "$sys/mqtt/sessions",
                "$share/g/stores/0042/tills/08/pos/outcomes",
                "$share/pos/transactions",
                "$share/g/#",
                "stores/0042/tills/07/x::pos.transactions"
            })
    void who_follows_anything_else_is_hung_up_on_and_nothing_is_harmed(String filter)
            throws Exception {
        assertThatThrownBy(() -> till.follow(filter))
                .hasStackTraceContaining("Server sent DISCONNECT");
        try (var again = till(TILL).open()) {
            var answer = again.ask("pos/transactions", Samples.sale("000009"));
            assertThat(answer.at("/data/outcome").asString()).isIn("accepted", "duplicate");
        }
    }

    @Test
    void a_till_may_share_a_topic_of_its_own() throws Exception {
        till.follow("$share/g/" + MqttTill.AREA + "pos/outcomes");
        till.send(till.event("pos/transactions", Samples.sale("000010")));
        assertThat(till.next().getTopic()).hasToString(MqttTill.AREA + "pos/outcomes");
    }

    @Test
    void an_answer_goes_to_no_other_till() throws Exception {
        var other = Client.named("till:0042:08");
        try (var neighbour = till(other).open()) {
            neighbour.follow("stores/0042/tills/08/#");
            till.follow(MqttTill.AREA + "pos/outcomes");
            till.send(
                    till.event("pos/transactions", Samples.sale("000011"))
                            .extend()
                            .responseTopic("stores/0042/tills/08/answers")
                            .build());
            till.next();
            till.send(
                    till.event("pos/transactions", Samples.sale("000012"))
                            .extend()
                            .responseTopic("stores/0042/tills/08/pos/outcomes")
                            .build());
            till.next();
            assertThat(neighbour.heard).isEmpty();
        }
    }

    @Test
    void nor_to_an_address_that_another_till_opened_over_amqp() throws Exception {
        var other = Client.named("till:0042:08");
        try (var neighbour = new Till(adapter.port(), other.name(), SHOP.keys.keyOf(other));
                var theirs = neighbour.connection.openDynamicReceiver()) {
            theirs.openFuture().get(10, TimeUnit.SECONDS);
            till.follow(MqttTill.AREA + "pos/outcomes");
            till.send(
                    till.event("pos/transactions", Samples.sale("000014"))
                            .extend()
                            .responseTopic(theirs.address())
                            .build());
            till.next();
            neighbour.ask(
                    "pos.transactions", Samples.sale("000015").replace(":till:07", ":till:08"));
            assertThat(theirs.tryReceive()).isNull();
        }
    }

    @Test
    void nothing_is_retained() {
        var message =
                till.event("pos/transactions", Samples.sale("000013"))
                        .extend()
                        .retain(true)
                        .build();
        assertThatThrownBy(() -> till.send(message)).hasStackTraceContaining("PUBACK");
        assertThat(purchases("000013")).isZero();
    }

    @Test
    void the_session_of_another_client_is_closed() {
        var other = Client.named("till:0042:08");
        var thief =
                new MqttTill(
                        adapter.mqttPort().getAsInt(),
                        other.name(),
                        SHOP.keys.keyOf(other),
                        TILL.name() + "/1");
        assertThatThrownBy(thief::open).hasStackTraceContaining("CLIENT_IDENTIFIER_NOT_VALID");
        assertThat(till.client.getState().isConnected()).isTrue();
    }

    @Test
    void whoever_has_no_key_of_that_name_stays_outside() {
        assertThatThrownBy(() ->
                        new MqttTill(adapter.mqttPort().getAsInt(), TILL.name(), "wrong").open())
                .hasStackTraceContaining("BAD_USER_NAME_OR_PASSWORD");
    }

    @Test
    void a_follower_hears_what_is_announced_over_both_protocols_and_says_nothing()
            throws Exception {
        var crm = Client.named("follower:crm");
        try (var overMqtt = till(crm).open();
                var overAmqp = new Till(adapter.port(), crm.name(), SHOP.keys.keyOf(crm));
                var consents = overAmqp.connection.openReceiver("announcements.consent")) {
            overMqtt.follow("announcements/#");
            consents.openFuture().get(10, TimeUnit.SECONDS);
            var ann = new CustomerId("c-ann");
            var allowed =
                    new ConsentWithdrawn(ann, Use.of(Purpose.ANALYTICS), Via.web(), Moment.at(NOW));
            List<Logged<? extends Fact>> facts =
                    List.of(new Logged<>(new Position(7), new MessageId("web", "1"), allowed));
            adapter.announcer().announce(facts);
            adapter.announcer().announce(facts);
            for (int i = 0; i < 2; i++) {
                var heard = overMqtt.next();
                assertThat(heard.getTopic()).hasToString("announcements/consent");
                assertThat(heard.getContentType()).isPresent();
                assertThat(MqttTill.read(heard).at("/id").asString())
                        .isEqualTo("00000000000000000007");
                assertThat(overAmqp.read(consents.receive(10, TimeUnit.SECONDS)).at("/type"))
                        .hasToString("\"shopkeeper.consent.consent-changed.v1\"");
            }
            var word =
                    Mqtt5Publish.builder()
                            .topic("announcements/consent")
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload("{}".getBytes(UTF_8))
                            .build();
            assertThatThrownBy(() -> overMqtt.send(word)).hasStackTraceContaining("PUBACK");
            assertThatThrownBy(() -> overMqtt.follow("stores/#"))
                    .hasStackTraceContaining("Server sent DISCONNECT");
        }
    }

    private static MqttTill till(Client client) {
        return new MqttTill(adapter.mqttPort().getAsInt(), client.name(), SHOP.keys.keyOf(client));
    }

    private static long purchases(String sequence) {
        return SHOP.log.facts(PurchaseRecorded.class).stream()
                .filter(one -> one.receipt().value().contains("/" + sequence + "/"))
                .count();
    }
}
