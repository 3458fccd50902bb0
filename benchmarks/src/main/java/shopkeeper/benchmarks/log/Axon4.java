package shopkeeper.benchmarks.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import shopkeeper.persistence.schema.Database;

/** The same commands on Axon 4 with its JDBC engine, on the same PostgreSQL, in its own process. */
record Axon4(Rounds replaying, Rounds cached) {
    /**
     * @param written how its events are: JSON as ours, or XML as it does unless told otherwise
     */
    static Axon4 measured(
            Database database, Path folder, String written, int warmUp, int seconds, int rounds)
            throws IOException, InterruptedException {
        var home = Path.of("benchmarks", "axon4", "target");
        var child =
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
                                Integer.toString(warmUp),
                                Integer.toString(seconds),
                                Integer.toString(rounds))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var measured = new Axon4(new Rounds(), new Rounds());
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                measured.read(line);
            }
        }
        if (child.waitFor() != 0) {
            throw new IllegalStateException("Axon 4 ended with " + child.exitValue());
        }
        return measured;
    }

    private void read(String line) {
        if (line.startsWith("replaying ")) {
            replaying.add(Double.parseDouble(line.substring(10)));
        } else if (line.startsWith("cached ")) {
            cached.add(Double.parseDouble(line.substring(7)));
        }
    }

    private static String url(Database database, Path folder) throws IOException {
        String url = database.sql().connectionResult(own -> own.getMetaData().getURL());
        return url.replaceAll("\\?.*", "")
                + "?user=postgres&password="
                + Files.readString(folder.resolve("postgres.password"));
    }
}
