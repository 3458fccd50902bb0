package shopkeeper.benchmarks.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import shopkeeper.persistence.schema.Database;

/**
 * The same commands on Axon 4 with its JDBC engine, on the same PostgreSQL, in its own process,
 * which rests unless it is asked for a round.
 */
final class Axon4 implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    private Axon4(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * @param written how its events are: JSON as ours, or XML as it does unless told otherwise
     * @param warmUp in seconds
     */
    static Axon4 started(Database database, Path folder, String written, int warmUp)
            throws IOException {
        var home = Path.of("benchmarks", "axon4", "target");
        return new Axon4(
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx1g",
                                "-Daxoniq.update-checker.disabled=true",
                                "-cp",
                                home.resolve("benchmarks-axon4-1.0-SNAPSHOT.jar")
                                        + ":"
                                        + home.resolve("lib")
                                        + "/*",
                                "shopkeeper.comparison.Axon4Commands",
                                url(database, folder),
                                written,
                                Integer.toString(Commands.STREAMS),
                                Integer.toString(Commands.WARM_UP),
                                Integer.toString(Commands.LENGTH),
                                Integer.toString(Commands.STEP),
                                Integer.toString(warmUp))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** Warmed up, with its cache or without, when this returns. */
    void makeReady(boolean cached) throws IOException {
        String answer = told(cached ? "cached" : "replaying");
        if (!answer.equals("ready")) {
            throw new IllegalStateException("Axon 4 said " + answer);
        }
    }

    /**
     * Every stream is told so many things more.
     *
     * @return commands a second
     */
    double round(int times) throws IOException {
        return Double.parseDouble(told("round " + times));
    }

    private String told(String what) throws IOException {
        var orders = process.outputWriter(StandardCharsets.UTF_8);
        orders.write(what + "\n");
        orders.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("Axon 4 ended before it answered to " + what);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        process.onExit()
                .orTimeout(1, TimeUnit.MINUTES)
                .whenComplete((_, late) -> {
                    if (late != null) {
                        process.destroyForcibly();
                    }
                })
                .join();
    }

    private static String url(Database database, Path folder) throws IOException {
        String url = database.sql().connectionResult(own -> own.getMetaData().getURL());
        return url.replaceAll("\\?.*", "")
                + "?user=postgres&password="
                + Files.readString(folder.resolve("postgres.password"));
    }
}
