package shopkeeper.acceptance.specs;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.Trial.Verdict;

/** How everything went, by case and channel. */
public final class Trials {
    private final Map<Case, Map<Way, Trial>> trials = new LinkedHashMap<>();

    /** A scenario, or one row of its examples. */
    public record Case(Path file, int line) {}

    void note(Case tried, Way way, Trial trial) {
        trials.computeIfAbsent(tried, _ -> new EnumMap<>(Way.class)).put(way, trial);
    }

    public Map<Way, Trial> of(Case tried) {
        return trials.getOrDefault(tried, Map.of());
    }

    public boolean tried(Spec spec, Scenario scenario) {
        return of(spec, scenario).findAny().isPresent();
    }

    /** All trials of a scenario. */
    public Stream<Trial> of(Spec spec, Scenario scenario) {
        return scenario.cases().stream()
                .flatMap(line -> of(new Case(spec.file(), line)).values().stream());
    }

    /** How a scenario went in one channel, the worst of its cases; empty where it was not tried. */
    public Optional<Verdict> of(Spec spec, Scenario scenario, Way way) {
        return worst(
                scenario.cases().stream()
                        .map(line -> of(new Case(spec.file(), line)).get(way))
                        .flatMap(Stream::ofNullable));
    }

    /** What another channel did for this one, where it went well; or why it was not tried. */
    public Optional<String> aside(Spec spec, Scenario scenario, Way way) {
        return scenario.cases().stream()
                .map(line -> of(new Case(spec.file(), line)).get(way))
                .flatMap(Stream::ofNullable)
                .filter(trial ->
                        trial.verdict() == Verdict.GOOD || trial.verdict() == Verdict.SKIPPED)
                .map(Trial::words)
                .filter(words -> !words.isEmpty())
                .findFirst();
    }

    /** The worst of them. */
    public static Optional<Verdict> worst(Stream<Trial> trials) {
        return trials.map(Trial::verdict).max((one, other) -> weight(one) - weight(other));
    }

    /** A scenario that was skipped in one channel is not kept there, but is where it was tried. */
    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case SKIPPED -> 0;
            case GOOD -> 1;
            case UNKNOWN -> 2;
            case FAILED -> 3;
        };
    }
}
