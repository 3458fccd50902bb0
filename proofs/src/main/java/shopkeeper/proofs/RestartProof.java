package shopkeeper.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;

/**
 * Promise 7: PostgreSQL is restarted again and again, without waiting for anybody, while a ledger
 * client writes; every second time it stays away for a while. Nothing is lost, who asks meanwhile
 * is told when to come again, and the platform goes on by itself.
 */
final class RestartProof {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double RECOVERY_SECONDS = 10;

    private final Program program;
    private final Path folder;
    private final Plan plan;
    private final Findings findings;

    record Plan(long seed, int restarts, int writes) {}

    RestartProof(Program program, Path folder, Plan plan, Findings findings) {
        this.program = program;
        this.folder = folder;
        this.plan = plan;
        this.findings = findings;
    }

    void run() {
        findings.say(
                "restart: seed %d, %d restarts of PostgreSQL, at least %,d acknowledged writes"
                        .formatted(plan.seed, plan.restarts, plan.writes));
        try (var shop = new ShopProcess(program, folder.resolve("data"))) {
            var _ = shop.start();
            var set = new LedgerShop(shop, folder);
            set.openStore();
            try (var ledger =
                            LedgerProcess.start(
                                    program, folder, set.settings(plan.seed, plan.writes / 2, 16));
                    var knocking = new Knocking(shop)) {
                restartAgainAndAgain(shop, ledger, knocking);
                Wait.until(
                        "%,d acknowledged writes".formatted(plan.writes),
                        PATIENCE,
                        () -> ledger.acknowledged() >= plan.writes);
                ledger.finish(PATIENCE);
                findings.say("  the ledger client: " + ledger.said());
                findings.say("  who knocked all the time: " + knocking);
                findings.expect(
                        "sent away without being told when to come again", 0, knocking.otherwise());
            }
            new KillVerdict(shop, Books.read(set.book()), findings).speak();
        } catch (IOException e) {
            throw new UncheckedIOException("the platform does not answer", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be asked", e);
        }
    }

    private void restartAgainAndAgain(ShopProcess shop, LedgerProcess ledger, Knocking knocking) {
        Random chance = new Random(plan.seed);
        for (int restart = 1; restart <= plan.restarts; restart++) {
            int enough = restart * plan.writes / (plan.restarts + 1);
            Wait.until(
                    "%,d acknowledged writes".formatted(enough),
                    PATIENCE,
                    () -> ledger.acknowledged() >= enough);
            Wait.pause(Duration.ofMillis(chance.nextInt(300)));
            if (restart % 2 == 1) {
                shop.postgres().restartAtOnce();
            } else {
                stayAwayUntilSomebodyIsTold(shop.postgres(), knocking);
            }
            Wait.until("PostgreSQL on its feet", PATIENCE, shop.postgres()::answers);
            long answered = System.nanoTime();
            long before = knocking.letIn();
            Wait.until("a platform that is healthy", PATIENCE, shop::isHealthy);
            Wait.until("a platform that writes", PATIENCE, () -> knocking.letIn() > before);
            double seconds = (System.nanoTime() - answered) / 1e9;
            findings.say(
                    "  restart %d: the platform went on %.1f s after PostgreSQL"
                            .formatted(restart, seconds));
            findings.expect("within 10 s, and nobody restarted it", seconds <= RECOVERY_SECONDS);
        }
    }

    private static void stayAwayUntilSomebodyIsTold(Postgres postgres, Knocking knocking) {
        long before = knocking.sentAway();
        postgres.stopAtOnce();
        Wait.until(
                "somebody who is told when to come again",
                PATIENCE,
                () -> knocking.sentAway() > before);
        postgres.startAgain();
    }
}
