package shopkeeper.bootstrap;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import shopkeeper.persistence.schema.Database;

/** Checks what the platform needs and says what to do about each thing that is not as it should be. */
final class DoctorCommand {
    private static final long GIBIBYTE = 1L << 30;

    private final PrintStream out;
    private boolean healthy = true;

    DoctorCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        arguments.noWords();
        var data = arguments.data();
        check("Java", Runtime.version().feature() == 25, "runs on " + Runtime.version(), "install JDK 25");
        check("clock", Year.now(ZoneOffset.UTC).getValue() >= 2026, "the year is " + Year.now(ZoneOffset.UTC), "set the clock of this machine");
        port(8080, "HTTP", "--port");
        port(5672, "AMQP", "--amqp-port");
        disk(data);
        database(data);
        out.println(healthy ? "All is well." : "Something needs a hand: see the lines marked with !");
        return healthy ? 0 : 1;
    }

    private void port(int port, String what, String option) {
        boolean free;
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            free = true;
        } catch (IOException e) {
            free = false;
        }
        check(
                what,
                free,
                "port " + port + (free ? " is free" : " is in use"),
                "stop whatever listens there (perhaps this platform is running), or choose another with " + option);
    }

    private void disk(Path data) {
        try {
            Files.createDirectories(data);
            long free = Files.getFileStore(data).getUsableSpace();
            check(
                    "disk",
                    free > 2 * GIBIBYTE && Files.isWritable(data),
                    "%.1f GiB free in %s".formatted((double) free / GIBIBYTE, data),
                    "make room for at least 2 GiB, or choose another folder with --data");
        } catch (IOException e) {
            check("disk", false, "cannot write to " + data, "choose another folder with --data");
        }
    }

    private void database(Path data) {
        var external = Optional.ofNullable(System.getenv("SHOPKEEPER_DB_URL"));
        try (var database = Database.open(data, external)) {
            var version = database.sql().fetchValue("show server_version");
            check("database", true, "PostgreSQL " + version + ", every commit is durable (checked)", "");
        } catch (RuntimeException e) {
            check("database", false, String.valueOf(e.getMessage()), "do what it says, then run the doctor again");
        }
    }

    private void check(String what, boolean good, String finding, String remedy) {
        healthy &= good;
        out.printf("%s %-9s %s%s%n", good ? " " : "!", what, finding, good ? "" : ": " + remedy);
    }
}
