package shopkeeper.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The platform in a process of its own, on a data folder, with everything embedded. */
final class LoadedShop implements AutoCloseable {
    private final Path program;
    private final Path data;
    private final int amqpPort;
    private final Child child;
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    private LoadedShop(Path program, Path data, int amqpPort, Child child) {
        this.program = program;
        this.data = data;
        this.amqpPort = amqpPort;
        this.child = child;
    }

    static LoadedShop start(Path program, Path data) {
        int http = Child.freePort();
        int amqp = Child.freePort();
        var child =
                Child.start(
                        data.resolveSibling("platform.log"),
                        http,
                        "/actuator/health",
                        List.of(
                                program.toString(),
                                "run",
                                "--data",
                                data.toString(),
                                "--port",
                                Integer.toString(http),
                                "--amqp-port",
                                Integer.toString(amqp)));
        return new LoadedShop(program, data, amqp, child);
    }

    Child child() {
        return child;
    }

    HttpLine line() {
        return new HttpLine(child.http());
    }

    TillLine till(String store, String number) {
        return new TillLine(amqpPort, store, number, key("till:" + store + ":" + number));
    }

    String key(String client) {
        return keys.computeIfAbsent(
                client,
                name -> {
                    try {
                        var process =
                                new ProcessBuilder(
                                                program.toString(),
                                                "key",
                                                name,
                                                "--data",
                                                data.toString())
                                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                                        .start();
                        return new String(
                                        process.getInputStream().readAllBytes(),
                                        StandardCharsets.UTF_8)
                                .strip();
                    } catch (IOException e) {
                        throw new UncheckedIOException("no key for " + name, e);
                    }
                });
    }

    /** Of the platform with its broker, and of PostgreSQL. */
    double cpuSeconds() {
        return platformCpuSeconds() + postgres().cpuSeconds();
    }

    double platformCpuSeconds() {
        return child.running().cpuSeconds();
    }

    double platformMiB() {
        return child.running().residentMiB();
    }

    double postgresMiB() {
        return postgres().residentMiB();
    }

    private Running postgres() {
        return Running.postgresIn(data)
                .orElseThrow(() -> new IllegalStateException("no PostgreSQL in " + data));
    }

    @Override
    public void close() {
        Objects.requireNonNull(child).close();
    }
}
