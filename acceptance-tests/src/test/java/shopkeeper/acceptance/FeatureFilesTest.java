package shopkeeper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.StepKeywordType;
import io.cucumber.messages.types.TableCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Features that analysts keep reading: short, and never hollow. */
class FeatureFilesTest {
    private static final Path FEATURES = Path.of("src/test/resources/features");

    @ParameterizedTest
    @MethodSource("features")
    void a_feature_can_be_read_and_promises_something(Path feature) throws IOException {
        assertThat(complaints(feature)).isEmpty();
    }

    @Test
    void a_hollow_scenario_is_found() throws IOException {
        assertThat(complaints(Path.of("src/test/resources/broken/title-only.feature")))
                .containsExactly(
                        "'Hollow' promises nothing: it has no Then; tag it @wip while it is a title",
                        "'Hollow' stands under no Rule");
    }

    static Stream<Path> features() throws IOException {
        try (var files = Files.walk(FEATURES)) {
            return files
                    .filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<String> complaints(Path file) throws IOException {
        var parser = GherkinParser.builder().includeSource(false).includePickles(false).build();
        var complaints = new ArrayList<String>();
        try (var envelopes = parser.parse(file)) {
            envelopes.forEach(envelope -> {
                envelope.getParseError().ifPresent(error -> complaints.add(error.getMessage()));
                envelope.getGherkinDocument()
                        .flatMap(document -> document.getFeature())
                        .ifPresent(feature -> read(feature, complaints));
            });
        }
        return complaints;
    }

    private static void read(Feature feature, List<String> complaints) {
        for (var child : feature.getChildren()) {
            child.getScenario()
                    .ifPresent(scenario -> {
                        read(scenario, complaints);
                        complaints.add("'" + scenario.getName() + "' stands under no Rule");
                    });
            child.getRule()
                    .ifPresent(rule ->
                            rule.getChildren()
                                    .forEach(one ->
                                            one.getScenario()
                                                    .ifPresent(scenario ->
                                                            read(scenario, complaints))));
        }
    }

    private static void read(Scenario scenario, List<String> complaints) {
        var name = "'" + scenario.getName() + "'";
        boolean title = scenario.getTags().stream().anyMatch(tag -> tag.getName().equals("@wip"));
        boolean promises =
                scenario.getSteps().stream()
                        .anyMatch(step ->
                                step.getKeywordType()
                                        .filter(StepKeywordType.OUTCOME::equals)
                                        .isPresent());
        if (!title && !promises) {
            complaints.add(
                    name + " promises nothing: it has no Then; tag it @wip while it is a title");
        }
        if (title && !scenario.getSteps().isEmpty()) {
            complaints.add(name + " is @wip but has steps");
        }
        if (scenario.getSteps().size() > 5) {
            complaints.add(name + " has more than five steps");
        }
        scenario.getExamples().stream()
                .filter(examples -> !lastColumn(examples).equals("why"))
                .forEach(_ -> complaints.add(name + " has a table that does not end in why"));
    }

    private static String lastColumn(Examples examples) {
        return examples.getTableHeader()
                .map(header -> header.getCells().getLast())
                .map(TableCell::getValue)
                .orElse("");
    }
}
