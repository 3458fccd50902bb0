package shopkeeper.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL of a data folder, as its owner sees it: a process, files and a password. */
record Postgres(Path data) {
    private Path files() {
        return data.resolve("postgres");
    }

    ProcessHandle postmaster() {
        long pid = Long.parseLong(pidFile().getFirst().strip());
        return ProcessHandle.of(pid)
                .orElseThrow(
                        () -> new IllegalStateException("PostgreSQL %d is gone".formatted(pid)));
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(files().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException("no PostgreSQL runs on " + files(), e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** For whoever shares it. */
    String url() {
        try {
            return "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres&password=%s"
                    .formatted(
                            pidFile().get(3).strip(),
                            Files.readString(data.resolve("postgres.password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("no password in " + data, e);
        }
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    /** With {@code kill -9}, the server and all its children. */
    void kill() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
    }

    /** With {@code kill -9}, one that serves somebody: the server then starts itself anew. */
    void killBackend() throws SQLException {
        long pid;
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select pid from pg_stat_activity
                                where backend_type = 'client backend' and pid <> pg_backend_pid()
                                order by application_name <> 'shopkeeper-log', random() limit 1\
                                """)) {
            if (!row.next()) {
                return;
            }
            pid = row.getLong(1);
        }
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Starts it as it was started before. */
    void startAgain() {
        var _ = started(startedBy());
    }

    /** With {@code pg_ctl restart -m immediate}: as after a crash, nobody is waited for. */
    void restartAtOnce() {
        control("restart");
    }

    /** With {@code pg_ctl stop -m immediate}. */
    void stopAtOnce() {
        control("stop");
    }

    private void control(String what) {
        String program = Path.of(startedBy().getFirst()).resolveSibling("pg_ctl").toString();
        Process done =
                started(
                        List.of(
                                program,
                                what,
                                "-m",
                                "immediate",
                                "-D",
                                files().toString(),
                                "-l",
                                log().toString()));
        try {
            if (done.waitFor() != 0) {
                throw new IllegalStateException(
                        "PostgreSQL does not %s: see %s".formatted(what, log()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<String> startedBy() {
        try {
            return OwnWords.of(Files.readString(files().resolve("postmaster.opts")));
        } catch (IOException e) {
            throw new UncheckedIOException("nobody knows how PostgreSQL was started", e);
        }
    }

    private Path log() {
        return data.resolveSibling("postgres.log");
    }

    /** It refuses to run as root. */
    private Process started(List<String> words) {
        List<String> command = new ArrayList<>(words);
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(0, List.of("unshare", "-U"));
        }
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start on " + files(), e);
        }
    }
}
