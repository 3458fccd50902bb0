package shopkeeper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.Runner;
import shopkeeper.acceptance.specs.Spec;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.SpecReader;
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
                                                                        trial.verdict()
                                                                                != Verdict.GOOD))
                                                .isEmpty()));
    }
}
