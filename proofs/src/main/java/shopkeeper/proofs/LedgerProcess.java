package shopkeeper.proofs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ledger client in a process of its own. */
final class LedgerProcess implements AutoCloseable {
    /** By its name only: no class of it is used here. */
    private static final String MAIN = "shopkeeper.proofs.ledger.LedgerClient";

    private static final Pattern ACKNOWLEDGED = Pattern.compile("acknowledged=(\\d+)");

    private final Process process;
    private volatile String last = "";
    private volatile boolean finished;

    private LedgerProcess(Process process) {
        this.process = process;
    }

    static LedgerProcess start(Program program, Path folder, Properties settings) {
        Path file = folder.resolve("ledger.properties");
        try {
            try (var out = Files.newBufferedWriter(file)) {
                settings.store(out, null);
            }
            Process started =
                    new ProcessBuilder(program.java("-Xmx256m", MAIN, file.toString()))
                            .redirectError(folder.resolve("ledger.log").toFile())
                            .start();
            LedgerProcess ledger = new LedgerProcess(started);
            Thread.ofPlatform().daemon().start(ledger::listen);
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger client does not start", e);
        }
    }

    private void listen() {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals("finished")) {
                    finished = true;
                } else {
                    last = line;
                }
            }
        } catch (IOException e) {
            last = "failed: nothing is heard of it: " + e;
        }
    }

    /** What it said last. */
    String said() {
        return last;
    }

    /** How many writes were acknowledged so far. */
    int acknowledged() {
        if (last.startsWith("failed") || (!process.isAlive() && !finished)) {
            throw new IllegalStateException("the ledger client ended: " + last);
        }
        Matcher found = ACKNOWLEDGED.matcher(last);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /** Lets it ask to the end what is in doubt. */
    void finish(Duration patience) {
        try {
            process.outputWriter(StandardCharsets.UTF_8).append("stop\n").flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger client cannot be told to stop", e);
        }
        Wait.until(
                "a ledger client that is done",
                patience,
                () -> {
                    var _ = acknowledged();
                    return finished;
                });
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
