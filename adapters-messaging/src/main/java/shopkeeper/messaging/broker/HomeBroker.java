package shopkeeper.messaging.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import shopkeeper.application.access.Keys;

/**
 * The broker that lives in the house: durable, on one port, small, and closed to whoever has no
 * key.
 */
public final class HomeBroker implements AutoCloseable {
    private static final int ACTIVATION_SECONDS = 60;

    private final String host;
    private final int port;
    private final String secret;
    private final Doorkeeper doorkeeper;
    private final ActiveMQServerImpl server;

    /**
     * @param folder where messages are kept over a restart
     * @param port 0: any free one
     * @param secret with which the platform itself comes in, as {@code platform}
     */
    public HomeBroker(Path folder, String host, int port, Keys keys, String secret) {
        this.host = host;
        this.port = port;
        this.secret = secret;
        this.doorkeeper = new Doorkeeper(keys, secret);
        this.server = new ActiveMQServerImpl(configuration(folder), null, doorkeeper);
    }

    /** Returns when clients can connect. */
    public void start() {
        refuseTakenPort();
        try {
            server.start();
            if (!server.waitForActivation(ACTIVATION_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "the broker did not become active within "
                                + ACTIVATION_SECONDS
                                + " s: is its data folder used by another process?");
            }
            probe();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("interrupted while the broker was starting", e);
        } catch (RuntimeException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the broker did not start: " + e.getMessage(), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return acceptor().getActualPort();
    }

    public boolean isRunning() {
        return server.isActive() && acceptor().isStarted();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop: " + e.getMessage(), e);
        }
    }

    private NettyAcceptor acceptor() {
        if (server.getRemotingService() != null
                && server.getRemotingService().getAcceptor("amqp") instanceof NettyAcceptor netty) {
            return netty;
        }
        throw new IllegalStateException("the broker is not running: start it first");
    }

    private void refuseTakenPort() {
        if (port == 0) {
            return;
        }
        try (var free = new ServerSocket()) {
            free.setReuseAddress(true);
            free.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (BindException e) {
            throw new IllegalStateException(
                    "port "
                            + port
                            + " is in use: stop what listens there, or give the broker another one",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the broker cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    /**
     * Artemis can start and leave its ports closed: only a connection proves the contrary, and one
     * with manners, since the broker warns of whoever just hangs up.
     */
    private void probe() throws InterruptedException {
        var access = new BrokerAccess(reachable(), port(), false, Visitor.PLATFORM, secret);
        try (var client = Client.create();
                var connection = client.connect(access.host(), access.port(), access.options())) {
            connection.openFuture().get(10, TimeUnit.SECONDS);
        } catch (ClientException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "what answers on port " + port() + " is not our broker: " + e.getMessage(), e);
        }
    }

    private String reachable() {
        return host.equals("0.0.0.0") ? "127.0.0.1" : host;
    }

    private Configuration configuration(Path folder) {
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
                        .setSecurityInvalidationInterval(1_000)
                        .setJMXManagementEnabled(false)
                        .setMessageCounterEnabled(false)
                        .setWildCardConfiguration(
                                new WildcardConfiguration().setRoutingEnabled(false))
                        // It may end the whole process when a machine was frozen for a while.
                        .setCriticalAnalyzer(false)
                        .setConfigurationFileRefreshPeriod(-1);
        configuration.addAcceptorConfiguration(acceptorConfiguration());
        configuration.addAddressSetting("#", addressSettings());
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
        configuration.registerBrokerPlugin(new Gatekeeper(doorkeeper));
        return configuration;
    }

    private TransportConfiguration acceptorConfiguration() {
        Map<String, Object> transport = new HashMap<>();
        transport.put(TransportConstants.HOST_PROP_NAME, host);
        transport.put(TransportConstants.PORT_PROP_NAME, port);
        transport.put(TransportConstants.PROTOCOLS_PROP_NAME, "AMQP");
        transport.put(TransportConstants.REMOTING_THREADS_PROPNAME, 2);
        transport.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
        transport.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                transport,
                "amqp",
                Map.of("saslMechanisms", "PLAIN", "amqpIdleTimeout", "60000"));
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
