package shopkeeper.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import shopkeeper.persistence.schema.Database;

/**
 * What this machine does without us: one thread each, a few seconds each. Print it beside every
 * figure.
 */
public final class MachineBaseline {
    private static final Duration EACH = Duration.ofSeconds(3);
    private static final int BATCH = 500;

    private MachineBaseline() {}

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("shopkeeper-baseline-");
        try {
            print(folder, System.out);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void print(Path folder, PrintStream out) throws Exception {
        out.printf("cores            %,10d%n", Runtime.getRuntime().availableProcessors());
        out.printf("SHA-256          %,10.0f MB/s%n", hashing());
        out.printf("fsync of 8 KiB   %,10.0f /s%n", syncing(folder.resolve("fsync")));
        try (var database = Database.open(folder, Optional.empty())) {
            database.sql()
                    .execute(
                            "create table baseline (id bigserial primary key, payload text not null)");
            out.printf("commit of 1 row  %,10.0f /s%n", inserting(database, 1));
            out.printf("rows in batches  %,10.0f /s%n", inserting(database, BATCH));
        }
        out.printf("bare HTTP        %,10.0f requests/s%n", asking());
    }

    /** Something that can be done again and again. */
    private interface Work {
        void once() throws Exception;
    }

    /** How often a second it can be done, after a third of the time to warm up. */
    private static double perSecond(Work work) throws Exception {
        long start = System.nanoTime();
        while (System.nanoTime() - start < EACH.toNanos() / 3) {
            work.once();
        }
        long times = 0;
        long from = System.nanoTime();
        while (System.nanoTime() - from < EACH.toNanos()) {
            work.once();
            times++;
        }
        return times * 1e9 / (System.nanoTime() - from);
    }

    private static double hashing() throws Exception {
        var megabyte = new byte[1 << 20];
        var digest = MessageDigest.getInstance("SHA-256");
        return perSecond(() -> digest.digest(megabyte));
    }

    private static double syncing(Path file) throws Exception {
        var block = ByteBuffer.allocate(8192);
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return perSecond(() -> {
                channel.write(block.rewind());
                channel.force(false);
            });
        }
    }

    private static double inserting(Database database, int rows) throws Exception {
        var payload = "x".repeat(500);
        try (var connection = database.connect("baseline", "")) {
            connection.setAutoCommit(false);
            try (var insert =
                    connection.prepareStatement("insert into baseline (payload) values (?)")) {
                return rows * perSecond(() -> insertBatch(rows, payload, insert));
            }
        }
    }

    private static void insertBatch(int rows, String payload, PreparedStatement insert)
            throws SQLException {
        for (int row = 0; row < rows; row++) {
            insert.setString(1, payload);
            insert.addBatch();
        }
        insert.executeBatch();
        insert.getConnection().commit();
    }

    private static double asking() throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] answer = "{}".getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(answer);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        server.start();
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                            .build();
            return perSecond(() -> http.send(request, BodyHandlers.discarding()));
        } finally {
            server.stop(0);
        }
    }
}
