package shopkeeper.messaging.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.server.impl.ServiceRegistryImpl;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.access.Keys;

/** The broker that lives in the house: durable, small, and closed to whoever has no key. */
public final class HomeBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HomeBroker.class);
    private static final int ACTIVATION_SECONDS = 60;
    private static final int SWEEP_SECONDS = 5;

    private final String host;
    private final int port;
    private final int mqttPort;
    private final String secret;
    private final Doorkeeper doorkeeper;
    private final ActiveMQServerImpl server;

    /**
     * @param folder where messages are kept over a restart
     * @param port for AMQP; 0: any free one
     * @param mqttPort likewise
     * @param secret with which the platform itself comes in, as {@code platform}
     */
    public HomeBroker(Path folder, String host, int port, int mqttPort, Keys keys, String secret) {
        this.host = host;
        this.port = port;
        this.mqttPort = mqttPort;
        this.secret = secret;
        this.doorkeeper = new Doorkeeper(keys, secret);
        var settings = BrokerSettings.of(folder, host, port, mqttPort);
        settings.registerBrokerPlugin(new Gatekeeper(doorkeeper));
        var services = new ServiceRegistryImpl();
        services.addIncomingInterceptor(new TopicGuard());
        services.addIncomingInterceptor(new SessionLimit());
        this.server = new ActiveMQServerImpl(settings, null, doorkeeper, null, services);
        this.server.addProtocolManagerFactory(new SmallPackets());
    }

    /** Returns when clients can connect. */
    public void start() {
        refuseTaken(port);
        refuseTaken(mqttPort);
        try {
            server.start();
            if (!server.waitForActivation(ACTIVATION_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "the broker did not become active within "
                                + ACTIVATION_SECONDS
                                + " s: is its data folder used by another process?");
            }
            probe();
            var _ =
                    server.getScheduledPool()
                            .scheduleWithFixedDelay(
                                    this::showOutTheUnwelcome,
                                    SWEEP_SECONDS,
                                    SWEEP_SECONDS,
                                    TimeUnit.SECONDS);
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

    /** The port it listens on for AMQP. */
    public int port() {
        return acceptor(BrokerSettings.AMQP).getActualPort();
    }

    public int mqttPort() {
        return acceptor(BrokerSettings.MQTT).getActualPort();
    }

    public boolean isRunning() {
        return server.isActive()
                && acceptor(BrokerSettings.AMQP).isStarted()
                && acceptor(BrokerSettings.MQTT).isStarted();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop: " + e.getMessage(), e);
        }
    }

    private NettyAcceptor acceptor(String name) {
        if (server.getRemotingService() != null
                && server.getRemotingService().getAcceptor(name) instanceof NettyAcceptor netty) {
            return netty;
        }
        throw new IllegalStateException("the broker is not running: start it first");
    }

    /** Who only listens is never asked for the key again by Artemis itself. */
    private void showOutTheUnwelcome() {
        try {
            for (ServerSession session : server.getSessions()) {
                String user = session.getUsername();
                if (user != null && !doorkeeper.validateUser(user, session.getPassword())) {
                    LOG.info("{} is shown out: its key opens nothing any more", user);
                    session.getRemotingConnection()
                            .fail(new ActiveMQSecurityException("the key is revoked"));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the clients' keys could not be looked at", e);
        }
    }

    private void refuseTaken(int port) {
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
}
