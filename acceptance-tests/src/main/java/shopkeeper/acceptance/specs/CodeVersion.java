package shopkeeper.acceptance.specs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** When a run was, and of which code. */
public final class CodeVersion {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private CodeVersion() {}

    public static String of(Path home, Instant now) {
        return "Last run " + MINUTES.format(now) + ", version " + commit(home) + ".";
    }

    private static String commit(Path home) {
        try {
            var git =
                    new ProcessBuilder(
                                    "git", "-C", home.toString(), "describe", "--always", "--dirty")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var said = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
            return git.waitFor() == 0 && !said.isEmpty() ? said : "unknown";
        } catch (IOException _) {
            return "unknown";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
