package shopkeeper.proofs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./shopkeeper prove}: exit 0 when the promise was kept, 1 when not, 2 for wrong use. */
public final class Prove {
    private static final String USAGE =
            """
            ./shopkeeper prove WHAT   puts a promise to the proof on a throw-away folder (docs/proofs.md)   [--seed N] [--keep DIR]

              kills     kill -9 of platform, PostgreSQL or both while a ledger client writes   [--count N] [--writes N]
              restart   PostgreSQL restarted at once while a ledger client writes   [--count N] [--writes N]
              readers   16 writers in two processes that stall, roll back and are cut off; nobody misses an event   [--events N] [--seconds N]
              replay    every view live and replayed, byte for byte   [--writes N] [--views N]
              zombie    two nodes on one PostgreSQL, one frozen and thawed again and again   [--count N] [--writes N]
              poison    one message in a hundred is of no use, on every way in and for every view   [--writes N]
            """;

    private Prove() {}

    public static void main(String[] args) {
        System.exit(run(Arrays.asList(args), Program.ofThisCommand(), System.out));
    }

    static int run(List<String> args, Program program, PrintStream out) {
        if (args.isEmpty() || args.getFirst().contains("help")) {
            out.print(USAGE);
            return args.isEmpty() ? 2 : 0;
        }
        try {
            return prove(args.getFirst(), options(args.subList(1, args.size())), program, out);
        } catch (IllegalArgumentException e) {
            out.println("shopkeeper: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            out.println("shopkeeper: " + e);
            return 1;
        }
    }

    private static int prove(
            String what, Map<String, String> options, Program program, PrintStream out)
            throws IOException {
        long seed = number(options, "seed", System.nanoTime());
        boolean kept = options.containsKey("keep");
        Path folder =
                kept
                        ? Files.createDirectories(Path.of(options.get("keep")))
                        : Files.createTempDirectory("shopkeeper-proof-");
        var findings = new Findings(out);
        try {
            switch (what) {
                case "kills" -> {
                    int kills = (int) number(options, "count", 10);
                    int writes = (int) number(options, "writes", kills * 170L);
                    new KillProof(program, folder, KillProof.Plan.of(seed, kills, writes), findings)
                            .run();
                }
                case "restart" -> {
                    int restarts = (int) number(options, "count", 10);
                    int writes = (int) number(options, "writes", restarts * 500L);
                    new RestartProof(
                                    program,
                                    folder,
                                    new RestartProof.Plan(seed, restarts, writes),
                                    findings)
                            .run();
                }
                case "readers" ->
                        new ReaderProof(
                                        program,
                                        folder,
                                        new ReaderProof.Plan(
                                                seed,
                                                number(options, "events", 1_000),
                                                (int) number(options, "seconds", 10)),
                                        findings)
                                .run();
                case "replay" ->
                        new ReplayProof(
                                        program,
                                        folder,
                                        new ReplayProof.Plan(
                                                seed,
                                                (int) number(options, "writes", 10_000),
                                                (int) number(options, "views", 100)),
                                        findings)
                                .run();
                case "zombie" ->
                        new ZombieProof(
                                        program,
                                        folder,
                                        new ZombieProof.Plan(
                                                seed,
                                                (int) number(options, "count", 3),
                                                (int) number(options, "writes", 3_000)),
                                        findings)
                                .run();
                case "poison" ->
                        new PoisonProof(
                                        program,
                                        folder,
                                        new PoisonProof.Plan(
                                                seed, (int) number(options, "writes", 10_000)),
                                        findings)
                                .run();
                default ->
                        throw new IllegalArgumentException(
                                "nothing is promised under '%s': kills, restart, readers, replay, zombie, poison"
                                        .formatted(what));
            }
        } catch (IllegalStateException | java.io.UncheckedIOException e) {
            findings.expect(String.valueOf(e.getMessage()), false);
        }
        boolean good = findings.conclude();
        if (!kept && good) {
            delete(folder);
        } else {
            out.println("what it left is in " + folder);
        }
        return good ? 0 : 1;
    }

    private static Map<String, String> options(List<String> words) {
        Set<String> known = Set.of("count", "writes", "events", "seconds", "views", "seed", "keep");
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i).replaceFirst("^--", "");
            if (!known.contains(name) || i + 1 == words.size()) {
                throw new IllegalArgumentException(
                        "'%s' is no option with a value: %s".formatted(words.get(i), known));
            }
            options.put(name, words.get(i + 1));
        }
        return options;
    }

    private static long number(Map<String, String> options, String name, long otherwise) {
        String given = options.get(name);
        try {
            return given == null ? otherwise : Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--%s takes a number, not %s".formatted(name, given), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
