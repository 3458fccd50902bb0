package shopkeeper.proofs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.feed.Feed;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.schema.Database;

/**
 * Promise 3: no reader ever skips a committed event, and none counts one twice, while 16 writers in
 * two processes stall, roll back and are cut off.
 */
final class ReaderProof {
    /** Followed on all three nodes, each by one at a time. */
    static final List<Projection> PROJECTIONS =
            List.of(new SeenBy("proof-1"), new SeenBy("proof-2"), new SeenBy("proof-3"));

    private final Program program;
    private final Path folder;
    private final Plan plan;
    private final Findings findings;
    private boolean wasHeld;

    record Plan(long seed, long events, int seconds) {}

    ReaderProof(Program program, Path folder, Plan plan, Findings findings) {
        this.program = program;
        this.folder = folder;
        this.plan = plan;
        this.findings = findings;
    }

    /** Keeps every position it was told, in order. */
    private static final class Ear implements Memory {
        private final Order order = new Order();

        @Override
        public String name() {
            return "proof-memory";
        }

        @Override
        public void remember(Logged<? extends Fact> logged) {
            order.next(logged.position().value());
        }
    }

    /** Whether 1, 2, 3 and so on came. */
    private static final class Order {
        private long last;
        private long wrong;

        synchronized void next(long position) {
            wrong += position == last + 1 ? 0 : 1;
            last = position;
        }

        synchronized long last() {
            return last;
        }

        synchronized long wrong() {
            return wrong;
        }
    }

    void run() {
        findings.say(
                "readers: seed %d, 16 writers in two processes, at least %,d events and %d s"
                        .formatted(plan.seed, plan.events, plan.seconds));
        Path data = folder.resolve("data");
        try (Database database = Database.open(data, Optional.empty())) {
            database.sql().execute(SeenBy.TABLE);
            String url = new Postgres(data).url();
            List<Process> writers =
                    List.of(writers("first", url, 1, true), writers("second", url, 2, false));
            try {
                follow(database, writers);
            } finally {
                writers.forEach(Process::destroyForcibly);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the writers cannot be heard", e);
        }
    }

    private Process writers(String name, String url, int number, boolean holds) throws IOException {
        return new ProcessBuilder(
                        program.java(
                                "-Xmx256m",
                                StallingWriters.class.getName(),
                                folder.resolve(name).toString(),
                                url,
                                name,
                                Long.toString(plan.seed + number * 100L),
                                Long.toString(plan.events / 2),
                                Integer.toString(plan.seconds),
                                plan.events > 100_000 ? "40" : "3",
                                Boolean.toString(holds)))
                .redirectError(Files.createFile(folder.resolve(name + ".log")).toFile())
                .start();
    }

    private void follow(Database database, List<Process> writers) throws IOException {
        Ear ear = new Ear();
        Order poll = new Order();
        AtomicBoolean polling = new AtomicBoolean(true);
        long from = System.nanoTime();
        try (EventLog log = Numbered.log(database);
                Feed feed =
                        Feed.start(
                                database,
                                log,
                                Clock.systemUTC(),
                                List.of(ear),
                                PROJECTIONS,
                                List.of())) {
            Thread poller = Thread.ofPlatform().start(() -> poll(log, poll, polling));
            long acknowledged = 0;
            for (Process writer : writers) {
                acknowledged += heard(writer);
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            Position head = log.head();
            findings.say(
                    "  %,d events in %.1f s, %,.0f a second"
                            .formatted(head.value(), seconds, head.value() / seconds));
            if (!feed.await(head, Duration.ofMinutes(5 + plan.events / 50_000))) {
                findings.expect("all views reached the head in time", false);
            }
            Wait.until("the poll", Duration.ofMinutes(1), () -> poll.last() >= head.value());
            polling.set(false);
            join(poller);
            findings.expect("one writer was held until it was cut off", wasHeld);
            judge(database, head.value(), acknowledged);
            findings.expect("out of order or missing for a memory", 0, ear.order.wrong());
            findings.expect("the last a memory heard", head.value(), ear.order.last());
            findings.expect("out of order or missing for who reads on", 0, poll.wrong());
            findings.expect("parked", 0, feed.parked().size());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void poll(EventLog log, Order order, AtomicBoolean polling) {
        while (polling.get()) {
            List<LogEntry> entries = log.after(new Position(order.last()), 500);
            entries.forEach(entry -> order.next(entry.position().value()));
            if (entries.isEmpty()) {
                Wait.pause(Duration.ofMillis(2));
            }
        }
    }

    /** What the writers of one process say when they are done. */
    private long heard(Process writer) throws IOException {
        BufferedReader said = writer.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            var found = Pattern.compile("acknowledged=(\\d+)").matcher(line);
            if (found.find()) {
                findings.say("  the writers of one process: " + line);
                wasHeld |= line.contains("held=true");
                return Long.parseLong(found.group(1));
            }
        }
        throw new IllegalStateException("writers ended without a word: see " + folder);
    }

    private void judge(Database database, long head, long acknowledged) {
        long events = count(database, "select count(*) from event");
        findings.expect("events in the table", head, events);
        findings.expect(
                "positions with a hole before them",
                0,
                count(database, "select max(position) - count(*) from event"));
        // Whoever was not answered was cut off, and may be in the log or not.
        findings.expect("events at least as many as acknowledged", events >= acknowledged);
        for (Projection projection : PROJECTIONS) {
            String reader = projection.name();
            findings.expect(
                    "missed by " + reader,
                    0,
                    count(
                            database,
                            """
                            select count(*) from event e where not exists
                            (select from proof_seen s where s.reader = '%s' and s.position = e.position)\
                            """
                                    .formatted(reader)));
            findings.expect(
                    "applied twice by " + reader,
                    0,
                    count(
                            database,
                            """
                            select count(*) - count(distinct position) from proof_seen where reader = '%s'\
                            """
                                    .formatted(reader)));
        }
    }

    private static long count(Database database, String sql) {
        try (var connection = database.connect("proof", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
