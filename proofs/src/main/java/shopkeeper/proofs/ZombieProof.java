package shopkeeper.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import shopkeeper.persistence.schema.Database;

/**
 * Promise 11: of two nodes on one PostgreSQL one is frozen again and again and thawed as a zombie;
 * the other takes its work over, and nothing is missed or done twice.
 */
final class ZombieProof {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double TAKEOVER_SECONDS = 15;

    private final Program program;
    private final Path folder;
    private final Plan plan;
    private final Findings findings;

    /**
     * @param times how often the one is frozen
     */
    record Plan(long seed, int times, int writes) {}

    ZombieProof(Program program, Path folder, Plan plan, Findings findings) {
        this.program = program;
        this.folder = folder;
        this.plan = plan;
        this.findings = findings;
    }

    void run() {
        findings.say(
                "zombie: seed %d, frozen %d times, at least %,d acknowledged writes"
                        .formatted(plan.seed, plan.times, plan.writes));
        Path home = folder.resolve("postgres");
        try (var database = Database.open(home, Optional.empty())) {
            var postgres = new Postgres(home);
            try (var one = ShopProcess.node(program, folder.resolve("one"), postgres);
                    var other = ShopProcess.node(program, folder.resolve("other"), postgres)) {
                var _ = one.start();
                one.key("web");
                copy("secrets");
                copy("keys");
                var _ = other.start();
                freezeAndThaw(one, other, database);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the platform does not answer", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be asked", e);
        }
    }

    /** Both nodes know the same keys and recognise the same customers. */
    private void copy(String what) throws IOException {
        Path from = folder.resolve("one").resolve(what);
        Path to = folder.resolve("other").resolve(what);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void freezeAndThaw(ShopProcess zombie, ShopProcess heir, Database database)
            throws IOException, SQLException {
        Random chance = new Random(plan.seed);
        var set = new LedgerShop(heir, folder);
        set.openStore();
        try (var ledger =
                LedgerProcess.start(
                        program, folder, set.settings(plan.seed, plan.writes / 2, 16))) {
            for (int time = 1; time <= plan.times; time++) {
                int enough = time * plan.writes / (plan.times + 1);
                Wait.until(
                        "%,d acknowledged writes".formatted(enough),
                        PATIENCE,
                        () -> ledger.acknowledged() >= enough);
                Wait.until("work for both nodes", PATIENCE, () -> nodesAtWork(database) == 2);
                Wait.pause(Duration.ofMillis(chance.nextInt(500)));
                freeze(time, zombie, database);
            }
            Wait.until(
                    "%,d acknowledged writes".formatted(plan.writes),
                    PATIENCE,
                    () -> ledger.acknowledged() >= plan.writes);
            ledger.finish(PATIENCE);
            findings.say("  the ledger client: " + ledger.said());
        }
        long refused = said(zombie, "is another node's work");
        long noticed = said(zombie, "is taken over by");
        findings.say(
                "  the zombie said that it was refused %d times, and %d times that it noticed first"
                        .formatted(refused, noticed));
        findings.expect(
                "the zombie learned of it at least once each time",
                refused + noticed >= plan.times);
        new KillVerdict(heir, Books.read(set.book()), findings).speak();
        compare(heir);
    }

    private void freeze(int time, ShopProcess zombie, Database database) {
        List<String> before = work(database);
        long from = System.nanoTime();
        zombie.signal("STOP");
        Wait.until("the other node to take over", PATIENCE, () -> nodesAtWork(database) == 1);
        double seconds = (System.nanoTime() - from) / 1e9;
        long changed = work(database).stream().filter(claim -> !before.contains(claim)).count();
        findings.say(
                "  freeze %d: %d followers changed hands within %.1f s"
                        .formatted(time, changed, seconds));
        findings.expect("taken over within 15 s", seconds <= TAKEOVER_SECONDS);
        findings.expect("something was taken over", changed > 0);
        zombie.signal("CONT");
        Wait.until("a zombie that is healthy again", PATIENCE, zombie::isHealthy);
    }

    private static int nodesAtWork(Database database) {
        Integer nodes =
                database.sql()
                        .fetchOne(
                                "select count(distinct node) from follower_position where node <> ''")
                        .get(0, Integer.class);
        return nodes == null ? 0 : nodes;
    }

    /** Who works for whom, under which epoch. */
    private static List<String> work(Database database) {
        return database.sql()
                .fetch("select follower || ' ' || node || ' ' || epoch from follower_position")
                .getValues(0, String.class);
    }

    /** A write is refused in its own transaction; or the next beat comes before it. */
    private static long said(ShopProcess zombie, String words) throws IOException {
        try (var lines = Files.lines(zombie.log())) {
            return lines.filter(line -> line.contains(words)).count();
        }
    }

    private void compare(ShopProcess heir) {
        var views = new Views(heir, findings);
        views.all().stream()
                .filter(view -> view.name().equals("store-days"))
                .forEach(view -> views.compare(view, 97));
    }
}
