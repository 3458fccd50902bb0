package shopkeeper.bootstrap;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;

/**
 * Checks what the platform needs and says what to do about each thing that is not as it should be.
 */
final class DoctorCommand {
    private static final long GIBIBYTE = 1L << 30;

    private final PrintStream out;
    private boolean healthy = true;

    DoctorCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        arguments.noWords();
        var options =
                PlatformOptions.embedded(arguments.data())
                        .ports(
                                arguments.port("port", 8080),
                                arguments.port("amqp-port", 5672),
                                arguments.port("mqtt-port", 1883))
                        .fromEnvironment();
        check(
                "Java",
                Runtime.version().feature() == 25,
                "runs on " + Runtime.version(),
                "install JDK 25");
        check(
                "clock",
                Year.now(ZoneOffset.UTC).getValue() >= 2026,
                "the year is " + Year.now(ZoneOffset.UTC),
                "set the clock of this machine");
        disk(options.data());
        if (options.isRunning()) {
            check(
                    "platform",
                    true,
                    "is running on " + options.data() + ": its ports and database are its own",
                    "");
        } else {
            options.doors().forEach(this::door);
            database(options);
        }
        out.println(
                healthy ? "All is well." : "Something needs a hand: see the lines marked with !");
        return healthy ? 0 : 1;
    }

    private void door(Door door) {
        boolean free = door.isFree();
        check(
                door.what(),
                free,
                "port " + door.port() + (free ? " is free" : " is in use"),
                "stop what listens there, or choose another with " + door.option());
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

    private void database(PlatformOptions options) {
        try (var database = Storage.open(options)) {
            var version = database.sql().fetchValue("show server_version");
            check(
                    "database",
                    true,
                    "PostgreSQL " + version + ", every commit is durable (checked)",
                    "");
        } catch (RuntimeException e) {
            check("database", false, Main.words(e), "");
        }
    }

    private void check(String what, boolean good, String finding, String remedy) {
        healthy &= good;
        out.printf(
                "%s %-9s %s%s%n",
                good ? " " : "!", what, finding, good || remedy.isEmpty() ? "" : ": " + remedy);
    }
}
