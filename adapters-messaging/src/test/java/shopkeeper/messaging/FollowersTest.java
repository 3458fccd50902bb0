package shopkeeper.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.qpid.protonj2.client.DistributionMode;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.access.Client;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;

/** Two systems follow what is announced, and neither reaches what waits for the other. */
final class FollowersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:42:00Z");
    private static final Client CRM = Client.named("follower:crm");
    private static final Client ERP = Client.named("follower:erp");
    private static final String CONSENTS = "announcements.consent";
    private static final Shop SHOP = new Shop();

    @TempDir static Path data;
    private static MessagingAdapter adapter;

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

    @Test
    void what_waits_for_one_follower_is_closed_to_the_other() throws Exception {
        subscribe(CRM, "crm-1");
        announce(7);
        String queue = CONSENTS + "::follower:crm.crm-1";
        try (var erp = amqp(ERP, "follower:erp")) {
            assertRefused(erp.connection.openReceiver(queue));
            var browsing = new ReceiverOptions();
            browsing.sourceOptions().distributionMode(DistributionMode.COPY);
            assertRefused(erp.connection.openReceiver(queue, browsing));
        }
        for (String address : List.of(CONSENTS, "announcements.pricing")) {
            try (var erp = amqp(ERP, "follower:crm")) {
                assertRefused(erp.connection.openDurableReceiver(address, "crm-1"));
            }
        }
        try (var crm = amqp(CRM, "follower:crm");
                var mine = crm.connection.openDurableReceiver(CONSENTS, "crm-1")) {
            var told = mine.receive(10, SECONDS);
            assertThat(crm.read(told).at("/id").asString()).endsWith("7");
            assertThat(told.message().timeToLive()).isEqualTo(30L * 24 * 3_600 * 1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"follower:crm", "crm", "follower:erp2", "erp"})
    void a_lasting_subscription_bears_the_followers_own_name(String container) throws Exception {
        try (var erp = amqp(ERP, container)) {
            assertRefused(erp.connection.openDurableReceiver(CONSENTS, "mine"));
        }
    }

    @Test
    void a_follower_ends_its_own_subscription() throws Exception {
        subscribe(ERP, "erp-1");
        announce(8);
        try (var erp = amqp(ERP, "follower:erp")) {
            var subscription = erp.connection.openDurableReceiver(CONSENTS, "erp-1");
            assertThat(subscription.receive(10, SECONDS)).isNotNull();
            subscription.close();
            assertRefused(erp.connection.openReceiver(CONSENTS + "::follower:erp.erp-1"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$share/follower:crm/announcements/#",
                "$share/follower:erp2/announcements/#",
                "$share/group/announcements/#",
                "announcements/consent::follower:crm.crm-1"
            })
    void over_mqtt_it_is_the_same(String filter) throws Exception {
        try (var crm = new MqttTill(mqttPort(), CRM.name(), SHOP.keys.keyOf(CRM), CRM.name());
                var erp = new MqttTill(mqttPort(), ERP.name(), SHOP.keys.keyOf(ERP))) {
            crm.open().follow("announcements/#");
            assertThatThrownBy(() -> erp.open().follow(filter))
                    .hasStackTraceContaining("Server sent DISCONNECT");
            announce(9);
            var told = crm.next();
            assertThat(MqttTill.read(told).at("/id").asString()).endsWith("9");
            assertThat(told.getMessageExpiryInterval().orElse(0))
                    .isBetween(29L * 24 * 3_600, 30L * 24 * 3_600);
        }
    }

    @Test
    void a_follower_shares_what_it_hears_among_its_own() throws Exception {
        try (var erp = new MqttTill(mqttPort(), ERP.name(), SHOP.keys.keyOf(ERP))) {
            erp.open().follow("$share/follower:erp/announcements/#");
            announce(10);
            assertThat(erp.next().getTopic()).hasToString("announcements/consent");
        }
    }

    private static void subscribe(Client follower, String name) throws Exception {
        try (var away = amqp(follower, follower.name())) {
            away.connection.openDurableReceiver(CONSENTS, name).openFuture().get(10, SECONDS);
        }
    }

    private static void announce(long position) {
        var withdrawn =
                new ConsentWithdrawn(
                        new CustomerId("c-ann"),
                        Use.of(Purpose.ANALYTICS),
                        Via.web(),
                        Moment.at(NOW));
        adapter.announcer()
                .announce(
                        List.of(
                                new Logged<>(
                                        new Position(position),
                                        new MessageId("web", "1"),
                                        withdrawn)));
    }

    private static void assertRefused(Receiver receiver) {
        assertThatThrownBy(() -> receiver.openFuture().get(10, SECONDS))
                .hasCauseInstanceOf(ClientException.class);
    }

    private static Till amqp(Client follower, String container) throws Exception {
        return new Till(adapter.port(), follower.name(), SHOP.keys.keyOf(follower), container);
    }

    private static int mqttPort() {
        return adapter.mqttPort().getAsInt();
    }
}
