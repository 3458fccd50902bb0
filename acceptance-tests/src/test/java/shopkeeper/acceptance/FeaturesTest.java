package shopkeeper.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.DOTALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.acceptance.documentation.LivingDocumentation;
import shopkeeper.acceptance.drivers.ChannelDriver;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.CodeVersion;
import shopkeeper.acceptance.specs.Console;
import shopkeeper.acceptance.specs.Runner;
import shopkeeper.acceptance.specs.Spec;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.SpecReader;
import shopkeeper.acceptance.specs.StepCatalog;
import shopkeeper.acceptance.specs.Tags;
import shopkeeper.acceptance.specs.Trial;
import shopkeeper.acceptance.specs.Trial.Verdict;
import shopkeeper.acceptance.specs.Trials;

/** One platform is started for all features; each scenario runs in the channels its tags choose. */
class FeaturesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private static final List<Spec> FEATURES = SpecReader.read(RESOURCES.resolve("features"));
    private static final StepCatalog CATALOG = StepCatalog.of(FEATURES);
    private static Shop shop;
    private static Trials trials;

    @BeforeAll
    static void run() {
        shop = Shop.open(data);
        trials = new Runner(FEATURES, "").play(shop);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @TestFactory
    Stream<DynamicNode> every_feature_is_kept_in_each_of_its_channels() {
        return FEATURES.stream()
                .map(spec ->
                        dynamicContainer(
                                spec.capability() + ": " + spec.name(),
                                Stream.concat(
                                        Stream.of(
                                                dynamicTest(
                                                        "can be read",
                                                        () ->
                                                                assertThat(spec.complaints())
                                                                        .isEmpty())),
                                        spec.scenarios()
                                                .filter(scenario -> !scenario.planned())
                                                .flatMap(scenario -> tests(spec, scenario)))));
    }

    /** An empty cell is a promise not kept. */
    @TestFactory
    Stream<DynamicNode> what_must_hold_across_channels_was_tried_in_each_of_them() {
        var across =
                FEATURES.stream()
                        .filter(spec -> spec.capability().equals("across_channels"))
                        .toList();
        assertThat(across).hasSizeGreaterThanOrEqualTo(7);
        return across.stream()
                .flatMap(spec ->
                        spec.scenarios()
                                .map(scenario ->
                                        dynamicTest(
                                                scenario.name(),
                                                () -> {
                                                    assertThat(scenario.tags())
                                                            .contains(Tags.EVERY_CHANNEL);
                                                    for (Way way : Way.values()) {
                                                        assertThat(trials.of(spec, scenario, way))
                                                                .as("%s", way)
                                                                .isPresent();
                                                    }
                                                })));
    }

    @ParameterizedTest
    @CsvSource({"undefined, UNKNOWN", "failing, FAILED"})
    void a_feature_that_is_not_kept_is_found_out(String broken, Verdict verdict) {
        var specs = SpecReader.read(RESOURCES.resolve("broken/" + broken + ".feature"));

        var found = new Runner(specs, "").play(shop);

        assertThat(found.of(specs.getFirst(), only(specs)).map(Trial::verdict))
                .containsExactly(verdict);
    }

    /** What docs/specs.md shows an analyst is what she sees. */
    @Test
    void the_documented_outputs_are_what_an_analyst_sees(@TempDir Path hers) throws IOException {
        var told =
                Pattern.compile(
                        "`([\\w-]+\\.feature)`\n\n```gherkin\n(.*?)```.*?```text\n(.*?)```",
                        DOTALL);
        var shown = told.matcher(Files.readString(Path.of("../docs/specs.md"))).results().toList();
        assertThat(shown).hasSize(3);
        for (var example : shown) {
            var file = Files.writeString(hers.resolve(example.group(1)), example.group(2));
            var specs = SpecReader.read(file);
            var seen = new ByteArrayOutputStream();
            new Console(
                            new PrintStream(seen, true, UTF_8),
                            new Runner(specs, "").play(shop),
                            CATALOG,
                            hers)
                    .tell(specs);

            assertThat(seen.toString(UTF_8).strip()).isEqualTo(example.group(3).strip());
        }
    }

    @Test
    void the_living_documentation_has_a_page_for_each_feature() throws IOException {
        var folder = Path.of("target/living-documentation");
        var home = Path.of("").toAbsolutePath();
        var begin =
                new LivingDocumentation(folder)
                        .write(
                                FEATURES,
                                trials,
                                CATALOG,
                                CodeVersion.of(home, Instant.now()),
                                Path.of("target/screenshots"));

        var index = Files.readString(begin);
        assertThat(index).contains("Without her permission what she bought is not used");
        for (String page : links(index)) {
            assertThat(folder.resolve(page)).isRegularFile();
            links(Files.readString(folder.resolve(page)))
                    .forEach(link -> assertThat(folder.resolve(link)).isRegularFile());
        }
        assertThat(links(index)).hasSizeGreaterThan(FEATURES.size());
        assertThat(Files.readString(folder.resolve("consent-consent.html")))
                .contains("GDPR Art. 7(1)", "in-process: kept", "http: kept")
                .doesNotContain("<script");
    }

    private static Set<String> links(String page) {
        return Pattern.compile("href=\"([^\"#]+)")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Scenario only(List<Spec> specs) {
        return specs.getFirst().scenarios().findFirst().orElseThrow();
    }

    private static Stream<DynamicNode> tests(Spec spec, Scenario scenario) {
        return Stream.of(Way.values())
                .filter(way -> trials.of(spec, scenario, way).isPresent())
                .map(way ->
                        dynamicTest(
                                scenario.name() + " (" + Tags.word(way) + ")",
                                () ->
                                        assertThat(
                                                        scenario.cases().stream()
                                                                .map(line ->
                                                                        trials.of(
                                                                                        new Trials
                                                                                                .Case(
                                                                                                spec
                                                                                                        .file(),
                                                                                                line))
                                                                                .get(way))
                                                                .filter(trial ->
                                                                        !isAsItShouldBe(trial)))
                                                .isEmpty()));
    }

    /** What a channel has no means for is shown with its reason; there is one such reason. */
    private static boolean isAsItShouldBe(Trial trial) {
        return trial.verdict() == Verdict.GOOD
                || (trial.verdict() == Verdict.SKIPPED
                        && trial.words().equals(ChannelDriver.ONLY_TILLS_VOID));
    }
}
