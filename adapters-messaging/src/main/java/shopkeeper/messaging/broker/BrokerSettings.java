package shopkeeper.messaging.broker;

import static org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy.DROP;
import static org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy.FAIL;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.DivertConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ComponentConfigurationRoutingType;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/** How the broker in the house is set up: small, durable, and nothing opens by itself. */
final class BrokerSettings {
    static final String AMQP = "AMQP";
    static final String MQTT = "MQTT";

    private BrokerSettings() {}

    /** Everything but who may come in. */
    static Configuration of(Path folder, String host, int amqpPort, int mqttPort) {
        var configuration =
                new ConfigurationImpl()
                        .setName("shopkeeper")
                        .setPersistenceEnabled(true)
                        .setJournalType(JournalType.NIO)
                        .setJournalDirectory(folder.resolve("journal").toString())
                        .setBindingsDirectory(folder.resolve("bindings").toString())
                        .setPagingDirectory(folder.resolve("paging").toString())
                        .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                        .setJournalFileSize(4 << 20)
                        .setJournalMinFiles(2)
                        .setJournalPoolFiles(4)
                        .setJournalSyncNonTransactional(true)
                        .setJournalSyncTransactional(true)
                        .setJournalLockAcquisitionTimeout(10_000)
                        .setGlobalMaxSize(64L << 20)
                        // A nearly full disk would silently stop every sender: that is for doctor
                        // to tell.
                        .setMaxDiskUsage(-1)
                        .setThreadPoolMaxSize(8)
                        .setScheduledThreadPoolMaxSize(2)
                        .setSecurityEnabled(true)
                        // After that the key of an open connection is asked for again.
                        .setSecurityInvalidationInterval(1_000)
                        .setJMXManagementEnabled(false)
                        .setMessageCounterEnabled(false)
                        // It may end the whole process when a machine was frozen for a while.
                        .setCriticalAnalyzer(false)
                        .setConfigurationFileRefreshPeriod(-1);
        configuration.addAcceptorConfiguration(amqp(host, amqpPort));
        configuration.addAcceptorConfiguration(mqtt(host, mqttPort));
        configuration.addAddressSetting("#", addressSettings());
        configuration.addAddressSetting(
                TillArea.ROOT + "#", opened(limited(Retention.OUTCOME_BYTES, DROP)));
        configuration.addAddressSetting(
                Addresses.ANNOUNCEMENTS + "#", opened(limited(Retention.ANNOUNCEMENT_BYTES, FAIL)));
        configuration.addAddressSetting(Addresses.OUTCOMES, limited(Retention.OUTCOME_BYTES, DROP));
        Addresses.INBOUND.forEach(word -> configuration.addDivertConfiguration(divert(word)));
        Addresses.FACTS.forEach(name ->
                configuration.addAddressSetting(name, new AddressSettings().setNoExpiry(true)));
        Addresses.KEPT.forEach(name ->
                configuration.addQueueConfiguration(
                        QueueConfiguration.of(name)
                                .setAddress(name)
                                .setRoutingType(RoutingType.ANYCAST)
                                .setRingSize(name.equals(Addresses.EXPIRED) ? 10_000L : -1L)
                                .setDurable(true)));
        Addresses.BROADCAST.forEach(name ->
                configuration.addAddressConfiguration(
                        new CoreAddressConfiguration()
                                .setName(name)
                                .addRoutingType(RoutingType.MULTICAST)));
        return configuration;
    }

    /**
     * What tills say over MQTT at topics of their own is kept where the platform takes it, whether
     * it listens now or not.
     */
    private static DivertConfiguration divert(String word) {
        return new DivertConfiguration()
                .setName("from-every-till." + word)
                .setAddress(Addresses.fromEveryTill(word))
                .setForwardingAddress(word)
                .setExclusive(true)
                .setRoutingType(ComponentConfigurationRoutingType.ANYCAST);
    }

    private static TransportConfiguration amqp(String host, int port) {
        return acceptor(
                AMQP, host, port, Map.of("saslMechanisms", "PLAIN", "amqpIdleTimeout", "60000"));
    }

    private static TransportConfiguration mqtt(String host, int port) {
        return acceptor(
                MQTT,
                host,
                port,
                Map.of(
                        "maximumPacketSize",
                        Gatekeeper.FAR_TOO_LARGE,
                        "defaultMqttSessionExpiryInterval",
                        (int) Retention.SESSION.toSeconds()));
    }

    private static TransportConfiguration acceptor(
            String protocol, String host, int port, Map<String, Object> more) {
        Map<String, Object> transport = new HashMap<>();
        transport.put(TransportConstants.HOST_PROP_NAME, host);
        transport.put(TransportConstants.PORT_PROP_NAME, port);
        transport.put(TransportConstants.PROTOCOLS_PROP_NAME, protocol);
        transport.put(TransportConstants.REMOTING_THREADS_PROPNAME, 2);
        transport.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
        transport.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), transport, protocol, more);
    }

    /** Addresses come with their first message or subscription; who may, the doorkeeper knows. */
    private static AddressSettings opened(AddressSettings settings) {
        return settings.setAutoCreateAddresses(true)
                .setAutoDeleteAddresses(false)
                .setDefaultAddressRoutingType(RoutingType.MULTICAST);
    }

    /**
     * Who listens there may never come back: what is too old or too much for them goes, and neither
     * the disk nor the platform pays for it.
     */
    private static AddressSettings limited(long bytes, PageFullMessagePolicy beyond) {
        return addressSettings()
                .setPageLimitBytes(bytes)
                .setPageFullMessagePolicy(beyond)
                .setExpiryAddress(SimpleString.of(""));
    }

    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setPageSizeBytes(2 << 20)
                .setMaxSizeBytes(16L << 20)
                .setDeadLetterAddress(SimpleString.of(Addresses.DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(Addresses.EXPIRED))
                .setMaxDeliveryAttempts(1_000)
                .setRedeliveryDelay(1_000)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(60_000);
    }
}
