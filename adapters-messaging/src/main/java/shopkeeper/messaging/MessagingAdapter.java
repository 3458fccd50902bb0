package shopkeeper.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import shopkeeper.application.access.Keys;
import shopkeeper.application.kernel.Announcer;
import shopkeeper.messaging.behavior.PosTransactionListener;
import shopkeeper.messaging.broker.Addresses;
import shopkeeper.messaging.broker.AnnouncementLine;
import shopkeeper.messaging.broker.BrokerAccess;
import shopkeeper.messaging.broker.HomeBroker;
import shopkeeper.messaging.broker.PlatformLine;
import shopkeeper.messaging.consent.PosConsentListener;
import shopkeeper.messaging.decision.PosOffersListener;
import shopkeeper.messaging.kernel.Desk;
import shopkeeper.messaging.kernel.RandomIds;

/** The only door to store messaging for the composition root: a broker, and someone who listens. */
public final class MessagingAdapter implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Optional<HomeBroker> home;
    private final BrokerAccess external;
    private final StorePorts ports;
    private final InstantSource clock;
    private final String secret;
    private final Desk desk;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AnnouncementLine announcements = new AnnouncementLine(this::access);
    private Optional<PlatformLine> line = Optional.empty();

    private MessagingAdapter(
            Optional<HomeBroker> home,
            BrokerAccess external,
            String secret,
            StorePorts ports,
            InstantSource clock) {
        this.home = home;
        this.external = external;
        this.secret = secret;
        this.ports = ports;
        this.clock = clock;
        this.desk = desk();
    }

    /**
     * With a broker of its own.
     *
     * @param data messages are kept in its folder {@code broker}
     * @param host to listen on, 127.0.0.1 unless the shop wants it otherwise
     * @param port for AMQP; 0: any free one
     * @param mqttPort likewise
     */
    public static MessagingAdapter embedded(
            Path data,
            String host,
            int port,
            int mqttPort,
            Keys keys,
            StorePorts ports,
            InstantSource clock) {
        String secret = RandomIds.next("") + RandomIds.next("");
        var home = new HomeBroker(data.resolve("broker"), host, port, mqttPort, keys, secret);
        return new MessagingAdapter(
                Optional.of(home),
                new BrokerAccess(host, port, false, "platform", secret),
                secret,
                ports,
                clock);
    }

    /**
     * With a broker that runs elsewhere and has the addresses already.
     *
     * @param url {@code amqp://user:password@host:port}
     */
    public static MessagingAdapter external(String url, StorePorts ports, InstantSource clock) {
        return new MessagingAdapter(Optional.empty(), BrokerAccess.at(url), "", ports, clock);
    }

    /** What tills and followers may rely on, as an AsyncAPI 3 document. */
    public static String contract() {
        try (var document = MessagingAdapter.class.getResourceAsStream("/contract/asyncapi.json")) {
            return new String(
                    Objects.requireNonNull(document).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read contract/asyncapi.json", e);
        }
    }

    /** Returns when tills can send and are answered. */
    public void start() {
        home.ifPresent(HomeBroker::start);
        var opened = new PlatformLine(access(), desk, clock, threads);
        line = Optional.of(opened);
        opened.start();
        try {
            if (!opened.awaitUp(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                close();
                throw new IllegalStateException(
                        "no connection to the broker at %s within %d s: see the log for why"
                                .formatted(external, PATIENCE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("interrupted while connecting to the broker", e);
        }
    }

    /** Where tills connect over AMQP. */
    public int port() {
        return home.map(HomeBroker::port).orElse(external.port());
    }

    /** Where tills connect over MQTT; a broker that runs elsewhere knows that itself. */
    public OptionalInt mqttPort() {
        return home.map(broker -> OptionalInt.of(broker.mqttPort())).orElse(OptionalInt.empty());
    }

    public boolean isRunning() {
        return home.map(HomeBroker::isRunning).orElse(true)
                && line.map(PlatformLine::isUp).orElse(false);
    }

    /** Tells whoever follows; it waits while the broker is away. */
    public Announcer announcer() {
        return announcements;
    }

    /** How many messages had which outcome since the start. */
    public Map<String, Long> counts() {
        return desk.counts();
    }

    @Override
    public void close() {
        announcements.close();
        line.ifPresent(PlatformLine::close);
        home.ifPresent(HomeBroker::close);
        threads.shutdownNow();
    }

    private BrokerAccess access() {
        return home.map(broker ->
                        new BrokerAccess(
                                external.host().equals("0.0.0.0") ? "127.0.0.1" : external.host(),
                                broker.port(),
                                false,
                                external.user(),
                                secret))
                .orElse(external);
    }

    private Desk desk() {
        return new Desk(
                Map.of(
                        Addresses.TRANSACTIONS,
                        new PosTransactionListener(
                                ports.receipts(),
                                ports.repeats(),
                                ports.customers(),
                                ports.catalog()),
                        Addresses.CONSENTS,
                        new PosConsentListener(ports.consents(), ports.customers(), ports.known()),
                        Addresses.OFFER_REQUESTS,
                        new PosOffersListener(
                                ports.decisions(),
                                ports.honour(),
                                ports.feedback(),
                                ports.progress(),
                                threads)),
                ports.quarantine(),
                clock);
    }
}
