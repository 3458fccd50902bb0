package shopkeeper.persistence.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A golden file of a released version is for ever: {@code golden/checksums.txt} says what it held
 * when it was released. {@code -Dgolden.write=true} brings the lines of what is not released up to
 * date, and no others.
 */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Path LIST = FOLDER.resolve("checksums.txt");
    private static final String UNRELEASED = "unreleased";

    private record Line(String checksum, String file, String release) {
        static Line of(String text) {
            String[] parts = text.split(" ", -1);
            assertThat(parts).as("checksum, file and release: " + text).hasSize(3);
            return new Line(parts[0], parts[1], parts[2]);
        }

        @Override
        public String toString() {
            return checksum + " " + file + " " + release;
        }
    }

    @Test
    void no_golden_file_was_changed_removed_or_left_off_the_list() throws Exception {
        if (Boolean.getBoolean("golden.write")) {
            write();
        }
        Set<Map.Entry<String, String>> listed = new HashSet<>();
        for (Line line : listed()) {
            assertThat(listed.add(Map.entry(line.file(), line.checksum())))
                    .as("listed once: " + line.file())
                    .isTrue();
        }
        Set<Map.Entry<String, String>> found = found().entrySet();

        assertThat(found).isNotEmpty();
        assertThat(not(found, listed))
                .as(
                        "new or changed: what is released is never changed; else run with -Dgolden.write=true")
                .isEmpty();
        assertThat(not(listed, found)).as("listed, but not there as it was").isEmpty();
    }

    private static Set<String> not(
            Set<Map.Entry<String, String>> these, Set<Map.Entry<String, String>> those) {
        return these.stream()
                .filter(entry -> !those.contains(entry))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Line> listed() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Line::of)
                .toList();
    }

    private static Map<String, String> found() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Path file : files()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Files.readString(file).getBytes(UTF_8));
            found.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static void write() throws Exception {
        Map<String, Line> lines = new TreeMap<>();
        found().forEach((file, checksum) -> lines.put(file, new Line(checksum, file, UNRELEASED)));
        listed().stream()
                .filter(line -> !line.release().equals(UNRELEASED))
                .forEach(line -> lines.put(line.file(), line));
        List<String> header =
                Files.readAllLines(LIST).stream().filter(line -> line.startsWith("#")).toList();
        Files.write(
                LIST,
                Stream.concat(header.stream(), lines.values().stream().map(Line::toString))
                        .toList());
    }
}
