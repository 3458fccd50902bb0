package shopkeeper.acceptance.specs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.Spec.Row;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.Trial.Unknown;
import shopkeeper.acceptance.specs.Trial.Verdict;

/** What a run says to whoever started it: no word of it needs a programmer. */
public final class Console {
    private final PrintStream out;
    private final Trials trials;
    private final StepCatalog catalog;
    private final Path home;

    /**
     * @param home paths are shown as seen from here
     */
    public Console(PrintStream out, Trials trials, StepCatalog catalog, Path home) {
        this.out = out;
        this.trials = trials;
        this.catalog = catalog;
        this.home = home;
    }

    public void tell(List<Spec> specs) {
        specs.forEach(this::tell);
    }

    private void tell(Spec spec) {
        if (spec.complaints().isEmpty()
                && spec.scenarios().noneMatch(scenario -> isToBeShown(spec, scenario))) {
            return;
        }
        out.printf("%nFeature: %s   (%s)%n", spec.name(), shown(spec.file()));
        for (var complaint : spec.complaints()) {
            out.printf("  ✗ line %d: %s%n", complaint.line(), complaint.words());
        }
        if (!spec.complaints().isEmpty()) {
            out.println("  Nothing in this file was tried.");
            return;
        }
        for (var rule : spec.rules()) {
            var shown =
                    rule.scenarios().stream()
                            .filter(scenario -> isToBeShown(spec, scenario))
                            .toList();
            if (!shown.isEmpty() && !rule.name().isEmpty()) {
                out.printf("  Rule: %s%n", rule.name());
            }
            shown.forEach(scenario -> tell(spec, scenario));
        }
    }

    private boolean isToBeShown(Spec spec, Scenario scenario) {
        return scenario.planned() || trials.tried(spec, scenario);
    }

    private void tell(Spec spec, Scenario scenario) {
        if (scenario.planned()) {
            out.printf("    … %s (planned)%n", scenario.name());
            return;
        }
        var worst = Trials.worst(trials.of(spec, scenario)).orElse(Verdict.SKIPPED);
        out.printf("    %s %s%s%n", worst.sign(), scenario.name(), ways(spec, scenario));
        for (int line : scenario.cases()) {
            var byWay = trials.of(new Trials.Case(spec.file(), line));
            byWay.entrySet().stream()
                    .filter(trial -> trial.getValue().verdict() != Verdict.GOOD)
                    .collect(
                            Collectors.groupingBy(
                                    Map.Entry::getValue,
                                    LinkedHashMap::new,
                                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                    .forEach((trial, ways) -> explain(spec, scenario, line, trial, ways));
        }
    }

    private String ways(Spec spec, Scenario scenario) {
        var shown =
                List.of(Way.values()).stream()
                        .flatMap(way ->
                                trials.of(spec, scenario, way).stream()
                                        .map(verdict -> Tags.word(way) + " " + verdict.sign()))
                        .toList();
        return shown.size() < 2 ? "" : "   (" + String.join(", ", shown) + ")";
    }

    private void explain(Spec spec, Scenario scenario, int line, Trial trial, List<Way> ways) {
        if (line != scenario.line()) {
            out.printf("        with %s%n", row(scenario, line));
        }
        if (ways.size() < trials.of(new Trials.Case(spec.file(), line)).size()) {
            out.printf(
                    "        %s:%n",
                    ways.stream().map(Tags::word).collect(Collectors.joining(", ")));
        }
        switch (trial.verdict()) {
            case GOOD -> {}
            case SKIPPED -> out.printf("        not tried: %s%n", trial.words());
            case FAILED -> {
                out.printf("        line %d: %s%n", trial.line(), trial.step());
                trial.words().lines().forEach(words -> out.printf("          %s%n", words));
            }
            case UNKNOWN -> trial.unknown().forEach(this::explain);
        }
    }

    private void explain(Unknown unknown) {
        out.printf("        line %d: nobody knows the sentence%n", unknown.line());
        out.printf("            %s%n", unknown.text());
        var nearest = catalog.nearest(unknown.text(), 3);
        if (nearest.isEmpty()) {
            out.println("          and none is like it: ./shopkeeper specs --steps shows them all");
            return;
        }
        out.println("          the nearest that are known, each with an example:");
        nearest.forEach(near ->
                out.printf(
                        "            %s%n              %s %s%n",
                        near.entry().expression(), near.entry().keyword(), near.entry().example()));
    }

    static String row(Scenario scenario, int line) {
        for (var table : scenario.examples()) {
            for (Row row : table.rows()) {
                if (row.line() == line) {
                    var cells = new ArrayList<String>();
                    for (int i = 0; i < row.cells().size(); i++) {
                        cells.add(table.header().cells().get(i) + " = " + row.cells().get(i));
                    }
                    return String.join(", ", cells);
                }
            }
        }
        return "";
    }

    private Path shown(Path file) {
        var whole = file.toAbsolutePath().normalize();
        return whole.startsWith(home) ? home.relativize(whole) : whole;
    }
}
