package shopkeeper.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Promises 1 and 2: what was acknowledged survives, and counts once, while platform, PostgreSQL or
 * both are killed at random moments.
 */
final class KillProof {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What a broker took in while the platform was away comes first. */
    private static final Duration TO_THE_END = Duration.ofMinutes(10);

    private final Program program;
    private final Path folder;
    private final Plan plan;
    private final Findings findings;
    private final Random chance;
    private double recovered;
    private final Map<Kill, List<Double>> seconds = new EnumMap<>(Kill.class);

    /**
     * @param writes how many are acknowledged before it ends
     * @param late so many other messages lie between a message and its late duplicate
     */
    record Plan(long seed, int kills, int writes, int late, int customers) {
        /** Late duplicates come after 25,000 others where there are that many. */
        static Plan of(long seed, int kills, int writes) {
            return new Plan(
                    seed, kills, writes, Math.min(25_000, writes / 2), writes > 10_000 ? 64 : 4);
        }
    }

    private enum Kill {
        PLATFORM,
        POSTGRES,
        BOTH,
        ONE_CONNECTION
    }

    KillProof(Program program, Path folder, Plan plan, Findings findings) {
        this.program = program;
        this.folder = folder;
        this.plan = plan;
        this.findings = findings;
        this.chance = new Random(plan.seed);
    }

    void run() {
        findings.say(
                "kills: seed %d, %d kills, at least %,d acknowledged writes"
                        .formatted(plan.seed, plan.kills, plan.writes));
        try (var shop = new ShopProcess(program, folder.resolve("data"))) {
            findings.say("  the first start took %.1f s".formatted(shop.start()));
            var set = new LedgerShop(shop, folder);
            set.openStore();
            try (var ledger =
                    LedgerProcess.start(
                            program, folder, set.settings(plan.seed, plan.late, plan.customers))) {
                killAgainAndAgain(shop, ledger);
                Wait.until(
                        "%,d acknowledged writes".formatted(plan.writes),
                        PATIENCE,
                        () -> ledger.acknowledged() >= plan.writes);
                ledger.finish(TO_THE_END);
                findings.say("  the ledger client: %s".formatted(ledger.said()));
            }
            seconds.forEach(this::tell);
            findings.say(
                    "  without a restart, after PostgreSQL came back: %.1f s".formatted(recovered));
            findings.expect("recovered within 10 s after PostgreSQL came back", recovered <= 10);
            new KillVerdict(shop, Books.read(set.book()), findings).speak();
        } catch (IOException e) {
            throw new UncheckedIOException("the platform does not answer", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be asked", e);
        }
    }

    private void killAgainAndAgain(ShopProcess shop, LedgerProcess ledger) throws SQLException {
        int perKill = plan.writes / (plan.kills + 1);
        for (int kill = 1; kill <= plan.kills; kill++) {
            int enough = kill * perKill;
            Wait.until(
                    "%,d acknowledged writes before kill %d".formatted(enough, kill),
                    PATIENCE,
                    () -> ledger.acknowledged() >= enough);
            Wait.pause(Duration.ofMillis(chance.nextInt(300)));
            Kill kind = nextKind(kill);
            double took = kill(kind, shop);
            seconds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(took);
            if (plan.kills <= 10 || kill % 10 == 0) {
                findings.say(
                        "  kill %d (%s): healthy again after %.1f s; %s"
                                .formatted(kill, kind, took, ledger.said()));
            }
        }
    }

    /** Each of the first three once; then as it comes. */
    private Kill nextKind(int kill) {
        if (kill <= 3) {
            List<Kill> first = new ArrayList<>(List.of(Kill.PLATFORM, Kill.POSTGRES, Kill.BOTH));
            Collections.shuffle(first, new Random(plan.seed));
            return first.get(kill - 1);
        }
        return List.of(
                        Kill.PLATFORM,
                        Kill.PLATFORM,
                        Kill.PLATFORM,
                        Kill.POSTGRES,
                        Kill.POSTGRES,
                        Kill.BOTH,
                        Kill.BOTH,
                        Kill.ONE_CONNECTION)
                .get(chance.nextInt(8));
    }

    /** Until it is healthy again. */
    private double kill(Kill kind, ShopProcess shop) throws SQLException {
        return switch (kind) {
            case PLATFORM -> {
                shop.kill();
                yield shop.start();
            }
            case BOTH -> {
                if (chance.nextBoolean()) {
                    shop.postgres().kill();
                    shop.kill();
                } else {
                    shop.kill();
                    shop.postgres().kill();
                }
                yield shop.start();
            }
            case POSTGRES -> {
                long from = System.nanoTime();
                shop.postgres().kill();
                shop.postgres().startAgain();
                Wait.until("PostgreSQL on its feet", PATIENCE, shop.postgres()::answers);
                long answered = System.nanoTime();
                Wait.until("a platform that is healthy", PATIENCE, shop::isHealthy);
                recovered = Math.max(recovered, (System.nanoTime() - answered) / 1e9);
                yield (System.nanoTime() - from) / 1e9;
            }
            case ONE_CONNECTION -> {
                long from = System.nanoTime();
                shop.postgres().killBackend();
                Wait.until("PostgreSQL on its feet", PATIENCE, shop.postgres()::answers);
                Wait.until("a platform that is healthy", PATIENCE, shop::isHealthy);
                yield (System.nanoTime() - from) / 1e9;
            }
        };
    }

    private void tell(Kill kind, List<Double> took) {
        List<Double> sorted = took.stream().sorted().toList();
        findings.say(
                "  %d kills of %s: healthy again after %.1f s in the middle, %.1f s at most"
                        .formatted(
                                sorted.size(),
                                kind,
                                sorted.get(sorted.size() / 2),
                                sorted.getLast()));
    }
}
