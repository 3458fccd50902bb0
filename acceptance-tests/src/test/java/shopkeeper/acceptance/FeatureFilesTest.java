package shopkeeper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopkeeper.acceptance.specs.Complaint;
import shopkeeper.acceptance.specs.Spec;
import shopkeeper.acceptance.specs.Spec.Rule;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.SpecReader;

/** Features that analysts keep reading: short, and never hollow. */
class FeatureFilesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Set<String> OUTCOMES = Set.of("Then", "Dann");

    @ParameterizedTest
    @MethodSource("features")
    void a_feature_can_be_read_and_promises_something(Spec feature) {
        assertThat(complaints(feature)).isEmpty();
    }

    @Test
    void a_hollow_scenario_is_found() {
        var hollow = SpecReader.read(RESOURCES.resolve("broken/title-only.feature")).getFirst();

        assertThat(complaints(hollow))
                .containsExactly(
                        "'Hollow' has no steps: write them, or tag it @wip while it is a title",
                        "'Hollow' stands under no Rule",
                        "'Hollow' promises nothing: it has no Then; tag it @wip while it is a title");
    }

    static Stream<Spec> features() {
        return SpecReader.read(RESOURCES.resolve("features")).stream();
    }

    private static List<String> complaints(Spec feature) {
        var complaints = new ArrayList<String>();
        feature.complaints().stream().map(Complaint::words).forEach(complaints::add);
        for (Rule rule : feature.rules()) {
            for (Scenario scenario : rule.scenarios()) {
                if (rule.name().isEmpty()) {
                    complaints.add("'" + scenario.name() + "' stands under no Rule");
                }
                read(scenario, complaints);
            }
        }
        return complaints;
    }

    private static void read(Scenario scenario, List<String> complaints) {
        var name = "'" + scenario.name() + "'";
        boolean promises =
                scenario.steps().stream().anyMatch(step -> OUTCOMES.contains(step.keyword()));
        if (!scenario.planned() && !promises) {
            complaints.add(
                    name + " promises nothing: it has no Then; tag it @wip while it is a title");
        }
        if (scenario.planned() && !scenario.steps().isEmpty()) {
            complaints.add(name + " is @wip but has steps");
        }
        if (scenario.steps().size() > 5) {
            complaints.add(name + " has more than five steps");
        }
        scenario.examples().stream()
                .filter(table -> !table.header().cells().getLast().equals("why"))
                .forEach(_ -> complaints.add(name + " has a table that does not end in why"));
    }
}
