package shopkeeper.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Promise 4: what grew live is what the log tells from the start, byte for byte. */
final class ReplayProof {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Program program;
    private final Path folder;
    private final Plan plan;
    private final Findings findings;

    /**
     * @param views how many are compared, and then rebuilt, of those that what was written fills
     */
    record Plan(long seed, int writes, int views) {}

    ReplayProof(Program program, Path folder, Plan plan, Findings findings) {
        this.program = program;
        this.folder = folder;
        this.plan = plan;
        this.findings = findings;
    }

    void run() {
        findings.say(
                "replay: seed %d, at least %,d acknowledged writes"
                        .formatted(plan.seed, plan.writes));
        try (var shop = new ShopProcess(program, folder.resolve("data"))) {
            var _ = shop.start();
            var set = new LedgerShop(shop, folder);
            set.openStore();
            try (var ledger =
                    LedgerProcess.start(
                            program, folder, set.settings(plan.seed, plan.writes / 2, 16))) {
                Wait.until(
                        "%,d acknowledged writes".formatted(plan.writes),
                        PATIENCE,
                        () -> ledger.acknowledged() >= plan.writes);
                ledger.finish(PATIENCE);
                findings.say("  the ledger client: " + ledger.said());
            }
            var views = new Views(shop, findings);
            List<Views.View> chosen = views.all().stream().limit(plan.views).toList();
            findings.expect("there are views", !chosen.isEmpty());
            for (Views.View view : chosen) {
                views.compare(view, 97);
            }
            for (Views.View view : chosen) {
                views.replay(view);
                views.compare(view, 1_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the platform does not answer", e);
        }
    }
}
