package shopkeeper.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The platform in a process of its own, started as often as need be on the same doors. */
final class ShopProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Program program;
    private final Path data;
    private final Postgres postgres;
    private final Map<String, String> environment;
    private final int http = freePort();
    private final int amqp = freePort();
    private final int mqtt = freePort();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private @Nullable Process process;

    /** With everything embedded. */
    ShopProcess(Program program, Path data) {
        this(program, data, new Postgres(data), Map.of());
    }

    private ShopProcess(
            Program program, Path data, Postgres postgres, Map<String, String> environment) {
        this.program = program;
        this.data = data;
        this.postgres = postgres;
        this.environment = environment;
    }

    /** One of several on a PostgreSQL of their own. */
    static ShopProcess node(Program program, Path data, Postgres postgres) {
        return new ShopProcess(
                program,
                data,
                postgres,
                Map.of(
                        "SHOPKEEPER_DB_URL",
                        postgres.url(),
                        // Who takes over from whom is a proof's business.
                        "LOGGING_LEVEL_SHOPKEEPER_PERSISTENCE_FEED",
                        "INFO"));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }

    /**
     * Returns when it is healthy.
     *
     * @return how many seconds that took
     */
    double start() {
        long from = System.nanoTime();
        Process started =
                run(
                        "run",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(http),
                        "--amqp-port",
                        Integer.toString(amqp),
                        "--mqtt-port",
                        Integer.toString(mqtt));
        process = started;
        Wait.until(
                "a platform that is healthy, see " + log(),
                PATIENCE,
                () -> {
                    if (!started.isAlive()) {
                        throw new IllegalStateException("the platform ended: see " + log());
                    }
                    return isHealthy();
                });
        return (System.nanoTime() - from) / 1e9;
    }

    private Process run(String... words) {
        try {
            var builder =
                    new ProcessBuilder(program.shopkeeper(words))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the platform cannot be run", e);
        }
    }

    /** A command of the program on this data folder, and what it said. */
    Said command(String... words) {
        List<String> command = new ArrayList<>(program.shopkeeper(words));
        command.addAll(List.of("--data", data.toString()));
        try {
            var builder =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            Process running = builder.start();
            String said =
                    new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(running.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    record Said(int exit, String words) {}

    Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    boolean isHealthy() {
        try {
            return get("/actuator/health", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path, String key) throws IOException {
        return send("GET", path, key, "");
    }

    HttpResponse<String> send(String method, String path, String key, String body)
            throws IOException {
        var request =
                HttpRequest.newBuilder(http().resolve(path))
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (!method.equals("GET")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + http);
    }

    int amqpPort() {
        return amqp;
    }

    int mqttPort() {
        return mqtt;
    }

    Path data() {
        return data;
    }

    Postgres postgres() {
        return postgres;
    }

    String key(String who) {
        return keys.computeIfAbsent(
                who,
                name -> {
                    try {
                        Process told =
                                new ProcessBuilder(
                                                program.shopkeeper(
                                                        "key", name, "--data", data.toString()))
                                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                                        .start();
                        return new String(
                                        told.getInputStream().readAllBytes(),
                                        StandardCharsets.UTF_8)
                                .strip();
                    } catch (IOException e) {
                        throw new UncheckedIOException("no key for " + name, e);
                    }
                });
    }

    /** With {@code kill -9}. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    /** With a signal such as STOP or CONT. */
    void signal(String name) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("nothing runs");
        }
        try {
            int done =
                    new ProcessBuilder("kill", "-" + name, Long.toString(running.pid()))
                            .start()
                            .waitFor();
            if (done != 0) {
                throw new IllegalStateException("no signal " + name + " to " + running.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("kill cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** In good order. */
    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
