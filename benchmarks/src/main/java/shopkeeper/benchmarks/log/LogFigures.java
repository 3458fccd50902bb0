package shopkeeper.benchmarks.log;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shopkeeper.persistence.consent.ConsentEventCatalog;
import shopkeeper.persistence.consent.ConsentPersistence;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.profile.ProfilePersistence;
import shopkeeper.persistence.schema.Database;

/**
 * The figures of the event log on a durable PostgreSQL of its own. See {@code docs/benchmarks.md}
 * for the command.
 */
public final class LogFigures {
    private static final int ROUNDS = 3;
    private static final int ROUNDS_IN_TURNS = 5;
    private static final long KNOWN_BYTES = 256 << 20;
    private static final int WARM_UP_OF_COMMANDS = 30;

    private final PrintStream out;
    private final Path folder;
    private final Database database;
    private final EventLog log;
    private final Duration warmUp;
    private final Duration time;

    private LogFigures(PrintStream out, Path folder, Database database, EventLog log, int seconds) {
        this.out = out;
        this.folder = folder;
        this.database = database;
        this.log = log;
        this.warmUp = Duration.ofSeconds(seconds * 3L);
        this.time = Duration.ofSeconds(seconds);
    }

    /**
     * @param args seconds of one measurement (warm-up is three times that; commands have half a
     *     minute of it and rounds of so many commands), then what to measure (all unless said):
     *     appends, alone, bulk, commands, replayed, projected
     */
    public static void main(String[] args) throws Exception {
        int seconds = Integer.parseInt(args[0]);
        List<String> wanted = List.of(args).subList(1, args.length);
        Path folder = Files.createTempDirectory("shopkeeper-log-");
        try (Database database = Database.open(folder, Optional.empty());
                EventLog log = open(database, KNOWN_BYTES)) {
            new LogFigures(System.out, folder, database, log, seconds).run(wanted);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        System.exit(0);
    }

    private void run(List<String> wanted) throws Exception {
        for (String setting :
                List.of("fsync", "synchronous_commit", "full_page_writes", "server_version")) {
            out.printf("%-24s %s%n", setting, database.sql().fetchValue("show " + setting));
        }
        if (wanted.isEmpty() || wanted.contains("appends")) {
            appends();
        }
        if (wanted.isEmpty() || wanted.contains("alone")) {
            alone();
        }
        if (wanted.isEmpty() || wanted.contains("bulk")) {
            bulk();
        }
        if (wanted.isEmpty() || wanted.contains("commands")) {
            commands();
        }
        if (wanted.isEmpty() || wanted.contains("replayed")) {
            replayed();
        }
        if (wanted.isEmpty() || wanted.contains("projected")) {
            projected();
        }
    }

    private void appends() throws Exception {
        var ours = new Appends(log.storage());
        try (var raw = raw()) {
            raw.inserts(32, warmUp);
            raw.disconnect();
            ours.perSecond(128, warmUp);
            var inserted = new Rounds();
            var appended = new Rounds();
            for (int round = 0; round < ROUNDS; round++) {
                double best = 0;
                for (int connections : List.of(16, 32, 64)) {
                    best = Math.max(best, raw.inserts(connections, time));
                    raw.disconnect();
                }
                inserted.add(best);
                appended.add(ours.perSecond(128, time));
            }
            print("raw inserts/s", inserted);
            print("appends/s by 128", appended);
            ratio("appends : inserts", appended, inserted);
        }
    }

    private void alone() throws Exception {
        var ours = new Appends(log.storage());
        try (var raw = raw()) {
            raw.alone(warmUp);
            ours.alone(warmUp);
            var inserted = new Rounds();
            var appended = new Rounds();
            for (int round = 0; round < ROUNDS; round++) {
                inserted.add((double) raw.alone(time).getValueAtPercentile(50));
                appended.add((double) ours.alone(time).getValueAtPercentile(50));
                raw.disconnect();
            }
            print("raw insert p50 us", inserted);
            print("append alone p50 us", appended);
            ratio("append : insert", appended, inserted);
        }
    }

    private void bulk() throws Exception {
        var ours = new Appends(log.storage());
        try (var raw = raw()) {
            raw.copied(warmUp);
            raw.disconnect();
            ours.bulk(2, 500, warmUp);
            var copied = new Rounds();
            var appended = new Rounds();
            for (int round = 0; round < ROUNDS; round++) {
                copied.add(raw.copied(time));
                raw.disconnect();
                appended.add(ours.bulk(2, 500, time));
            }
            print("raw copied rows/s", copied);
            print("bulk events/s", appended);
            ratio("bulk : copy", appended, copied);
        }
    }

    private void commands() throws Exception {
        for (String written : List.of("JSON", "XML")) {
            new Commands(log, database, written + "-").prepareOnce();
            try (var theirs = Axon4.started(database, folder, written, WARM_UP_OF_COMMANDS)) {
                commands(theirs, written, false);
                commands(theirs, written, true);
            }
        }
    }

    /**
     * Round by round in turns, so that whatever else the machine does is shared. In each round
     * everybody says as many things more on both sides: replaying, streams of 25 grow to 29.
     */
    private void commands(Axon4 theirs, String written, boolean known) throws Exception {
        String name = "Axon 4 with " + written;
        String how = known ? ", known states" : ", replaying";
        int times = known ? 3 : 1;
        theirs.makeReady(known);
        try (EventLog own = open(database, known ? KNOWN_BYTES : 0)) {
            var commands = new Commands(own, database, written + "-");
            commands.warmUp(Duration.ofSeconds(WARM_UP_OF_COMMANDS));
            if (known) {
                commands.sayAll(1);
            }
            var ours = new Rounds();
            var axon = new Rounds();
            for (int round = 0; round < ROUNDS_IN_TURNS; round++) {
                ours.add(commands.sayAll(times));
                axon.add(theirs.round(times));
            }
            print("commands/s" + how, ours);
            print(name + how, axon);
            ratio("ours : " + name + how, ours, axon);
        }
    }

    private static EventLog open(Database database, long knownBytes) {
        return EventLog.open(
                database,
                List.of(Noted.catalog(), ConsentEventCatalog.catalog()),
                new byte[32],
                InstantSource.system(),
                knownBytes);
    }

    /** Every fact becomes a row of each of these views. */
    private void replayed() throws Exception {
        new Commands(log, database, "c-").prepareOnce();
        for (var view : List.of(ProfilePersistence.timeline(), ConsentPersistence.projection())) {
            var rates = new Rounds();
            long most = 0;
            long more = 0;
            for (int round = 0; round < ROUNDS; round++) {
                var replayed = Replayed.of(database, log, view);
                rates.add(replayed.perSecond());
                most = Math.max(most, replayed.firstHalfBytes());
                more = Math.max(more, replayed.secondHalfBytes());
            }
            print("replayed/s, " + view.name(), rates);
            out.printf(
                    "%-24s %d MiB in the first half, %d MiB in the second, after collection%n",
                    "in use", most >> 20, more >> 20);
        }
    }

    private void projected() throws Exception {
        var fiftieth = new Rounds();
        var ninetyNinth = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            var lag = Projected.lag(database, log, 1_000, time, time);
            fiftieth.add((double) lag.getValueAtPercentile(50));
            ninetyNinth.add((double) lag.getValueAtPercentile(99));
        }
        print("projected p50 us", fiftieth);
        print("projected p99 us", ninetyNinth);
    }

    private RawPostgres raw() {
        return new RawPostgres(
                database,
                "{\"subject\":\"01234567-89ab-cdef-0123-456789abcdef\",\"count\":0,\"words\":\"%s\"}"
                        .formatted(Noted.WORDS));
    }

    private void print(String what, Rounds rounds) {
        out.printf("%-36s %s%n", what, rounds);
    }

    private void ratio(String what, Rounds ours, Rounds theirs) {
        out.printf("%-36s %.2f%n", what, ours.median() / theirs.median());
    }
}
