package shopkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import in a process of its own is killed again and again and ends as if nothing had happened.
 * {@code -Dkills=N} kills it more often, {@code -Dseed=N} at the same moments again.
 */
final class ImportSurvivesKillsTest {
    private static final int RECEIPTS = 1_000;
    private static final List<String> COLUMNS =
            List.of(
                    "--columns",
                    "receipt=bon,customer=kunde,product=artikel,quantity=menge,price=preis,time=zeit",
                    "--zone=Europe/Berlin");

    @TempDir private Path folder;
    private long took;

    @Test
    void a_killed_import_ends_with_the_counts_of_an_undisturbed_one() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        int kills = Integer.getInteger("kills", 2);
        System.out.println("ImportSurvivesKillsTest: -Dseed=" + seed + " -Dkills=" + kills);
        var chance = new Random(seed);
        var file = Files.writeString(folder.resolve("sales.csv"), sales(chance));

        var undisturbed = finish(file, "undisturbed");
        var disturbed = disturbed(file, kills, chance);

        assertThat(counts(disturbed.said)).isEqualTo(counts(undisturbed)).hasSizeGreaterThan(6);
        assertThat(rejects(disturbed.data))
                .isEqualTo(rejects("undisturbed"))
                .hasSizeGreaterThan(10);
        assertThat(facts(disturbed.data))
                .isEqualTo(facts("undisturbed"))
                .hasSizeGreaterThan(RECEIPTS);
        assertThat(names(folder.resolve(disturbed.data).resolve("imports"))).isEmpty();
    }

    private record Disturbed(String data, List<String> said) {}

    /** Killed at least once: where it was faster than its killer, a new one has less time. */
    private Disturbed disturbed(Path file, int kills, Random chance) throws Exception {
        for (long within = Math.max(1, took / kills); ; within = Math.max(1, within / 2)) {
            var data = "disturbed-" + within;
            int killed = 0;
            var said = Optional.<List<String>>empty();
            while (killed < kills && said.isEmpty()) {
                said = finishUnlessKilled(file, data, chance.nextLong(within));
                killed += said.isEmpty() ? 1 : 0;
            }
            if (killed > 0) {
                return new Disturbed(data, said.isPresent() ? said.get() : finish(file, data));
            }
            assertThat(within).as("milliseconds an import takes").isGreaterThan(1);
        }
    }

    /** What it said; {@link #took} is how long it imported, without its start. */
    private List<String> finish(Path file, String data) throws Exception {
        var importing = start(file, data);
        try (var said = importing.inputReader()) {
            awaitBegin(said);
            long began = System.nanoTime();
            var lines = said.readAllLines();
            assertThat(importing.waitFor()).as(() -> String.join("\n", lines)).isZero();
            took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            return lines;
        }
    }

    /** What it said where it was faster than its killer. */
    private Optional<List<String>> finishUnlessKilled(Path file, String data, long after)
            throws Exception {
        var importing = start(file, data);
        try (var said = importing.inputReader()) {
            awaitBegin(said);
            if (importing.waitFor(after, TimeUnit.MILLISECONDS)) {
                return Optional.of(said.readAllLines());
            }
            importing.destroyForcibly().waitFor();
            return Optional.empty();
        }
    }

    private static void awaitBegin(BufferedReader said) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("Importing ")) {
                return;
            }
            lines.add(line);
        }
        throw new AssertionError("it never began: " + String.join("\n", lines));
    }

    private Process start(Path file, String data) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of("import", "--data", folder.resolve(data).toString()));
        command.addAll(COLUMNS);
        command.add(file.toString());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> counts(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("  \\D+ +[0-9,]+( \\(.*\\))?"))
                .filter(line -> !line.contains("steps"))
                .toList();
    }

    private List<String> rejects(String data) throws IOException {
        return Files.readAllLines(
                folder.resolve(data).resolve("rejects").resolve("sales.csv.rejects.csv"));
    }

    /** Every fact of the log but for its time and what was drawn by lot. */
    private List<String> facts(String data) {
        try (var database = Storage.open(PlatformOptions.embedded(folder.resolve(data)))) {
            return database.sql()
                    .resultQuery(
                            """
                            select e.name || ' ' || regexp_replace(concat_ws(' ', e.story, string_agg(t.tag, ' ' order by t.tag)),
                                '(customer|run):\\S+|@\\S+|c-[0-9a-f-]{36}|[0-9a-f]{8}-[0-9a-f-]{27}|identifier:\\S+|customer-\\S+', '…', 'g')
                            from event e left join event_tag t using (position)
                            group by e.position, e.name, e.story
                            order by 1
                            """)
                    .fetch(0, String.class);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** With returns, odd cents, and a line in ten that cannot be used. */
    private static String sales(Random chance) {
        var text = new StringBuilder("bon;kunde;artikel;menge;preis;zeit\n");
        for (int receipt = 0; receipt < RECEIPTS; receipt++) {
            int lines = 1 + chance.nextInt(3);
            for (int line = 0; line < lines; line++) {
                text.append(
                        "%05d;%s;A%03d;%s;%d,%02d;%02d.%02d.2025 %02d:%02d%n"
                                .formatted(
                                        receipt,
                                        receipt % 3 == 0 ? "" : "K" + receipt % 700,
                                        chance.nextInt(400),
                                        chance.nextInt(10) == 0 ? "viele" : chance.nextInt(20) - 2,
                                        1 + chance.nextInt(50),
                                        chance.nextInt(100),
                                        1 + receipt % 28,
                                        1 + receipt % 12,
                                        8 + receipt % 12,
                                        receipt % 60));
            }
        }
        return text.toString();
    }
}
