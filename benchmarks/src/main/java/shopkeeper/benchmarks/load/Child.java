package shopkeeper.benchmarks.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a process of its own, so that what it costs can be told from what the load costs. */
final class Child implements AutoCloseable {
    private final Process process;
    private final URI http;
    private final double secondsToReady;

    private Child(Process process, URI http, double secondsToReady) {
        this.process = process;
        this.http = http;
        this.secondsToReady = secondsToReady;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
    }

    /** Returns when {@code health} is answered with 200. */
    static Child start(Path log, int httpPort, String health, List<String> command) {
        var http = URI.create("http://127.0.0.1:" + httpPort);
        try {
            long from = System.nanoTime();
            var process =
                    new ProcessBuilder(new ArrayList<>(command))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            while (!answers(http, health)) {
                if (!process.isAlive() || seconds(from) > 180) {
                    process.destroy();
                    throw new IllegalStateException(command + " did not start: see " + log);
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            return new Child(process, http, seconds(from));
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command, e);
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static boolean answers(URI http, String health) {
        try (var line = new HttpLine(http)) {
            return line.send("GET", health, "", "").status() == 200;
        } catch (IOException | IllegalStateException _) {
            return false;
        }
    }

    URI http() {
        return http;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** Without what it started itself. */
    Running running() {
        return new Running(process.pid(), false);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
