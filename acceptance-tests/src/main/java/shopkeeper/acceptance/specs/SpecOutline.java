package shopkeeper.acceptance.specs;

import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopkeeper.acceptance.specs.Spec.Row;
import shopkeeper.acceptance.specs.Spec.Rule;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.Spec.Step;
import shopkeeper.acceptance.specs.Spec.Table;

/** From Gherkin's tree to what we show and run. */
final class SpecOutline {
    private final Path file;
    private final ExampleFiles.Filled filled;
    private final GherkinDocument document;
    private final Feature feature;
    private final Keywords keywords;
    private final List<Complaint> complaints = new ArrayList<>();

    SpecOutline(Path file, ExampleFiles.Filled filled, GherkinDocument document) {
        this.file = file;
        this.filled = filled;
        this.document = document;
        this.feature = document.getFeature().orElseThrow();
        this.keywords = new Keywords(feature.getLanguage());
    }

    Spec spec(List<Complaint> known) {
        var tags = tags(Set.of(), feature.getTags());
        var rules = new ArrayList<Rule>();
        var loose = new ArrayList<Scenario>();
        var background = new ArrayList<Step>();
        for (var child : feature.getChildren()) {
            child.getBackground().ifPresent(steps -> background.addAll(steps(steps)));
            child.getScenario().ifPresent(scenario -> loose.add(scenario(tags, scenario)));
        }
        if (!loose.isEmpty()) {
            rules.add(new Rule("", "", line(feature.getLocation()), List.of(), background, loose));
        }
        for (var child : feature.getChildren()) {
            child.getRule().ifPresent(rule -> rules.add(rule(tags, background, rule)));
        }
        disguised(feature.getDescription(), feature.getLocation(), false);
        var all = new ArrayList<>(known);
        all.addAll(complaints);
        if (all.isEmpty() && rules.stream().allMatch(rule -> rule.scenarios().isEmpty())) {
            all.add(new Complaint(file, 1, "there is no scenario in this file"));
        }
        return new Spec(
                file,
                SpecReader.capability(file),
                filled.text(),
                feature.getLanguage(),
                feature.getName(),
                reasons(feature.getDescription(), feature.getLocation()),
                rules,
                all);
    }

    private Rule rule(Set<String> around, List<Step> shared, io.cucumber.messages.types.Rule rule) {
        var tags = tags(around, rule.getTags());
        var background = new ArrayList<>(shared);
        var scenarios = new ArrayList<Scenario>();
        for (var child : rule.getChildren()) {
            child.getBackground().ifPresent(steps -> background.addAll(steps(steps)));
            child.getScenario().ifPresent(scenario -> scenarios.add(scenario(tags, scenario)));
        }
        disguised(rule.getDescription(), rule.getLocation(), false);
        return new Rule(
                rule.getKeyword(),
                rule.getName(),
                line(rule.getLocation()),
                reasons(rule.getDescription(), rule.getLocation()),
                background,
                scenarios);
    }

    private Scenario scenario(Set<String> around, io.cucumber.messages.types.Scenario scenario) {
        var tags = tags(around, scenario.getTags());
        var steps = scenario.getSteps().stream().map(this::step).toList();
        boolean planned = tags.contains(Tags.PLANNED);
        disguised(scenario.getDescription(), scenario.getLocation(), true);
        if (steps.isEmpty() && !planned && complaints.isEmpty()) {
            complaints.add(
                    new Complaint(
                            file,
                            origin(scenario.getLocation()),
                            "'%s' has no steps: write them, or tag it @wip while it is a title"
                                    .formatted(scenario.getName())));
        }
        return new Scenario(
                scenario.getName(),
                line(scenario.getLocation()),
                tags,
                planned,
                steps,
                scenario.getExamples().stream().flatMap(this::table).toList());
    }

    private Stream<Table> table(Examples examples) {
        return examples.getTableHeader().stream()
                .map(header ->
                        new Table(
                                examples.getName(),
                                Objects.requireNonNullElse(
                                        filled.sources().get(line(examples.getLocation())), ""),
                                row(header),
                                examples.getTableBody().stream().map(this::row).toList()));
    }

    private List<Step> steps(Background background) {
        return background.getSteps().stream().map(this::step).toList();
    }

    private Step step(io.cucumber.messages.types.Step step) {
        return new Step(
                step.getKeyword().strip(),
                step.getText(),
                line(step.getLocation()),
                step.getDataTable().stream()
                        .flatMap(table -> table.getRows().stream())
                        .map(this::row)
                        .toList());
    }

    private Row row(TableRow row) {
        return new Row(
                line(row.getLocation()),
                row.getCells().stream().map(cell -> cell.getValue()).toList());
    }

    /** The description, and the comments that stand directly beneath a heading. */
    private List<String> reasons(@Nullable String description, Location heading) {
        var reasons = new ArrayList<String>();
        Optional.ofNullable(description).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .forEach(reasons::add);
        long next = line(heading) + 1L;
        for (var comment : document.getComments()) {
            if (line(comment.getLocation()) == next) {
                reasons.add(comment.getText().strip().replaceFirst("^#\\s*", ""));
                next++;
            }
        }
        return reasons;
    }

    /** Gherkin takes what it does not know beneath a heading for a description, without a word. */
    private void disguised(@Nullable String description, Location heading, boolean inScenario) {
        if (description == null) {
            return;
        }
        var lines = filled.text().lines().toList();
        for (int line = line(heading) + 1; line <= lines.size(); line++) {
            var words = lines.get(line - 1).strip();
            if (words.isEmpty() || words.startsWith("#")) {
                continue;
            }
            if (!description.contains(words)) {
                return;
            }
            int origin = filled.origin(line);
            keywords.disguised(words, inScenario)
                    .ifPresent(meant ->
                            complaints.add(
                                    new Complaint(
                                            file,
                                            origin,
                                            "'%s' is not understood; did you mean '%s'?"
                                                    .formatted(words, meant))));
        }
    }

    private int origin(Location location) {
        return filled.origin(line(location));
    }

    private static int line(Location location) {
        return Math.toIntExact(location.getLine());
    }

    private static Set<String> tags(Set<String> around, List<Tag> own) {
        var tags = new LinkedHashSet<>(around);
        own.forEach(tag -> tags.add(tag.getName()));
        return tags;
    }
}
