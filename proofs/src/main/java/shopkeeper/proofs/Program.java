package shopkeeper.proofs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the platform and its watchers are started: by the launcher where there is one, and else from
 * the classes of this process.
 */
record Program(Optional<Path> launcher) {
    private static final String MAIN = "shopkeeper.bootstrap.Main";

    /** By the launcher that started this command. */
    static Program ofThisCommand() {
        return new Program(
                Optional.ofNullable(System.getProperty("shopkeeper.home"))
                        .map(home -> Path.of(home, "shopkeeper")));
    }

    List<String> shopkeeper(String... words) {
        return launcher.map(path -> Stream.concat(Stream.of(path.toString()), Arrays.stream(words)))
                .orElseGet(
                        () -> Stream.concat(java("-Xmx512m", MAIN).stream(), Arrays.stream(words)))
                .toList();
    }

    List<String> java(String heap, String main, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        heap,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Daxoniq.update-checker.disabled=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(words));
        return command;
    }
}
