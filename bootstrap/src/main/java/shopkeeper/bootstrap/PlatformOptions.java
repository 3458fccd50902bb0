package shopkeeper.bootstrap;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.persistence.schema.Database;

/**
 * How the platform is started.
 *
 * @param data the folder where everything is kept
 * @param databaseUrl a PostgreSQL of the shop's own (SHOPKEEPER_DB_URL); empty: embedded
 * @param brokerUrl a broker of the shop's own (SHOPKEEPER_BROKER_URL); empty: embedded
 * @param host where HTTP, AMQP and MQTT listen; the loopback address unless told otherwise
 * @param httpPort 0: any free port
 * @param amqpPort 0: any free port
 * @param mqttPort 0: any free port
 * @param time the one clock of the platform
 * @param decisionLifetime how long a decision is honoured
 */
public record PlatformOptions(
        Path data,
        Optional<String> databaseUrl,
        Optional<String> brokerUrl,
        String host,
        int httpPort,
        int amqpPort,
        int mqttPort,
        InstantSource time,
        Duration decisionLifetime) {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** Everything embedded, on free ports of the loopback address. */
    public static PlatformOptions embedded(Path data) {
        return new PlatformOptions(
                data,
                Optional.empty(),
                Optional.empty(),
                "127.0.0.1",
                0,
                0,
                0,
                InstantSource.system(),
                HALF_AN_HOUR);
    }

    public PlatformOptions ports(int http, int amqp, int mqtt) {
        return new PlatformOptions(
                data, databaseUrl, brokerUrl, host, http, amqp, mqtt, time, decisionLifetime);
    }

    public PlatformOptions time(InstantSource clock) {
        return new PlatformOptions(
                data,
                databaseUrl,
                brokerUrl,
                host,
                httpPort,
                amqpPort,
                mqttPort,
                clock,
                decisionLifetime);
    }

    /**
     * For work beside a platform that runs on the same folder: with the database that it has open.
     */
    PlatformOptions besideRunning() {
        return isRunning()
                ? new PlatformOptions(
                        data,
                        Optional.of(Database.urlOfRunning(data)),
                        brokerUrl,
                        host,
                        httpPort,
                        amqpPort,
                        mqttPort,
                        time,
                        decisionLifetime)
                : this;
    }

    /** With what the environment says about servers of the shop's own. */
    public PlatformOptions fromEnvironment() {
        return from(System.getenv());
    }

    PlatformOptions from(Map<String, String> environment) {
        return new PlatformOptions(
                data,
                said(environment, "SHOPKEEPER_DB_URL"),
                said(environment, "SHOPKEEPER_BROKER_URL"),
                said(environment, "SHOPKEEPER_HOST").orElse(host),
                httpPort,
                amqpPort,
                mqttPort,
                time,
                decisionLifetime);
    }

    List<Door> doors() {
        var http = Door.http(host, httpPort);
        return brokerUrl.isPresent()
                ? List.of(http)
                : List.of(http, Door.amqp(host, amqpPort), Door.mqtt(host, mqttPort));
    }

    /** Before anything is started, so that nothing has to be stopped again. */
    void demandFreeDoors() {
        if (isRunning()) {
            throw new IllegalStateException(
                    "another Shopkeeper runs on %s: stop it, or choose another folder with --data"
                            .formatted(data));
        }
        demandDifferentPorts();
        doors().forEach(Door::demandFree);
    }

    private void demandDifferentPorts() {
        Map<Integer, Door> taken = new HashMap<>();
        for (Door door : doors()) {
            var other = door.port() == 0 ? null : taken.put(door.port(), door);
            if (other != null) {
                throw new WrongUse(
                        "%s and %s need a port each: %s and %s are both %d"
                                .formatted(
                                        other.what(),
                                        door.what(),
                                        other.option(),
                                        door.option(),
                                        door.port()));
            }
        }
    }

    /** Whether a platform, or an import, works on the data folder now. */
    boolean isRunning() {
        return databaseUrl.isEmpty() && Database.isInUse(data);
    }

    private static Optional<String> said(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
