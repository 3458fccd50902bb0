package shopkeeper.acceptance.documentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.Spec;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.Tags;
import shopkeeper.acceptance.specs.Trial.Verdict;
import shopkeeper.acceptance.specs.Trials;

/** How something went, as a sign and in words: colour alone tells nobody who cannot see it. */
record Signs(Trials trials) {
    static final String PLANNED = "<span class=\"sign planned\">… planned</span>";
    private static final Map<Verdict, String> STYLES =
            Map.of(
                    Verdict.GOOD, "good",
                    Verdict.FAILED, "bad",
                    Verdict.UNKNOWN, "unknown",
                    Verdict.SKIPPED, "skipped");

    static String of(Verdict verdict) {
        return sign(verdict, verdict.words());
    }

    /** The worst of several scenarios. */
    Optional<Verdict> of(Spec spec, List<Scenario> scenarios) {
        return Trials.worst(scenarios.stream().flatMap(one -> trials.of(spec, one)));
    }

    String of(Spec spec, Scenario scenario) {
        return scenario.planned()
                ? PLANNED
                : Trials.worst(trials.of(spec, scenario))
                        .map(Signs::of)
                        .orElse("<span class=\"sign skipped\">– not run</span>");
    }

    /** In each channel where it was tried. */
    String byWay(Spec spec, Scenario scenario) {
        return Stream.of(Way.values())
                .flatMap(way ->
                        trials.of(spec, scenario, way).stream()
                                .map(verdict ->
                                        sign(verdict, Tags.word(way) + ": " + verdict.words())))
                .collect(Collectors.joining(" "));
    }

    private static String sign(Verdict verdict, String words) {
        return "<span class=\"sign %s\">%s %s</span>"
                .formatted(STYLES.get(verdict), verdict.sign(), words);
    }
}
