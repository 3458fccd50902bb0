package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shopkeeper.domain.kernel.Fact;

/**
 * Keeps the stored form of a capability's facts: {@code
 * src/test/resources/golden/<name>.v<version>.json} is written once, with {@code
 * -Dgolden.write=true}, and never edited. Old versions stay and must stay readable.
 */
public abstract class GoldenFacts {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    protected abstract EventCatalog catalog();

    /** One for each name of the catalog, with every component filled. */
    protected abstract List<Fact> samples();

    @TestFactory
    Stream<DynamicTest> each_fact_is_stored_as_it_always_was() {
        Vocabulary vocabulary = new Vocabulary(List.of(catalog()));
        return samples().stream()
                .map(sample -> {
                    Path file =
                            FOLDER.resolve(
                                    "%s.v%s.json"
                                            .formatted(
                                                    vocabulary.typeOf(sample).name(),
                                                    vocabulary.typeOf(sample).version()));
                    return DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> isStoredAs(file, sample, vocabulary));
                });
    }

    @TestFactory
    Stream<DynamicTest> each_version_that_was_ever_stored_can_be_read() throws IOException {
        Vocabulary vocabulary = new Vocabulary(List.of(catalog()));
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files =
                    all.filter(file ->
                                    file.getFileName()
                                            .toString()
                                            .startsWith(catalog().capability() + "."))
                            .toList();
        }
        return files.stream()
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getFileName().toString(),
                                () -> {
                                    String name = file.getFileName().toString();
                                    int v = name.lastIndexOf(".v");
                                    int version =
                                            Integer.parseInt(
                                                    name.substring(v + 2, name.lastIndexOf('.')));
                                    assertThat(
                                                    vocabulary.read(
                                                            name.substring(0, v),
                                                            version,
                                                            Files.readString(file).strip()))
                                            .isNotNull();
                                }));
    }

    @Test
    void every_name_of_the_catalog_has_a_sample() {
        Vocabulary vocabulary = new Vocabulary(List.of(catalog()));
        Set<String> sampled =
                samples().stream()
                        .map(sample -> vocabulary.typeOf(sample).name())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named =
                catalog().facts().stream()
                        .map(EventCatalog.Entry::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sampled).isEqualTo(named);
    }

    private static void isStoredAs(Path file, Fact sample, Vocabulary vocabulary)
            throws IOException {
        String stored = vocabulary.write(sample);
        if (!Files.exists(file) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, stored + "\n");
        }
        assertThat(file)
                .as("a new fact or version: write its file once with -Dgolden.write=true")
                .exists();
        assertThat(stored).isEqualTo(Files.readString(file).strip());
        var type = vocabulary.typeOf(sample);
        assertThat(vocabulary.read(type.name(), Integer.parseInt(type.version()), stored))
                .isEqualTo(sample);
    }
}
