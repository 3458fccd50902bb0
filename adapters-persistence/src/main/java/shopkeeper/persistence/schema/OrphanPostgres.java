package shopkeeper.persistence.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that lives on although the platform that started it was killed. Only called while
 * the data folder's lock is held, so it is nobody's.
 */
final class OrphanPostgres {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanPostgres.class);
    private static final long PATIENCE_SECONDS = 60;

    private OrphanPostgres() {}

    /**
     * Stops it fast, so that nothing runs with settings other than ours, and removes what it left.
     *
     * @throws IllegalStateException where the system does not tell whether one still runs
     */
    static void takeOver(Path files) throws IOException {
        takeOver(files, Path.of("/proc"));
    }

    /**
     * @param processes where the system tells what runs in which folder
     */
    static void takeOver(Path files, Path processes) throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        if (Files.exists(pidFile) && !Files.isDirectory(processes.resolve("self"))) {
            throw new IllegalStateException(
                    "without %s nobody can tell whether an earlier PostgreSQL still runs on %s: stop it, delete %s and start again"
                            .formatted(processes, files, pidFile));
        }
        List<ProcessHandle> orphans = postgresOn(files);
        if (!orphans.isEmpty()) {
            LOG.info("PostgreSQL of an earlier run is still on {}: stopping it", files);
        }
        for (ProcessHandle orphan : orphans) {
            interrupt(orphan);
            await(orphan);
        }
        // What a killed server leaves: its number may belong to another process by now, which would
        // stop the next start.
        Files.deleteIfExists(pidFile);
    }

    /** The postmaster first; its children, if it was killed itself, after it. */
    private static List<ProcessHandle> postgresOn(Path files) throws IOException {
        Optional<Long> postmaster = postmaster(files.resolve("postmaster.pid"));
        return ProcessHandle.allProcesses()
                .filter(process -> worksOn(process, files))
                .sorted((a, b) ->
                        Boolean.compare(
                                postmaster.equals(Optional.of(b.pid())),
                                postmaster.equals(Optional.of(a.pid()))))
                .toList();
    }

    private static Optional<Long> postmaster(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .findFirst()
                    .map(line -> Long.valueOf(line.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** PostgreSQL makes its data folder its working folder. */
    private static boolean worksOn(ProcessHandle process, Path files) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(proc.resolve("comm")).strip().startsWith("postgres")
                    && Files.isSameFile(proc.resolve("cwd"), files);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * SIGINT is PostgreSQL's fast shutdown; the JDK can only send SIGTERM, which waits for clients.
     */
    private static void interrupt(ProcessHandle orphan) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(orphan.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping PostgreSQL " + orphan.pid(), e);
        }
    }

    private static void await(ProcessHandle orphan) throws IOException {
        try {
            orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL " + orphan.pid(), e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "PostgreSQL %d of an earlier run does not stop: stop it by hand and start again"
                            .formatted(orphan.pid()),
                    e);
        }
    }
}
