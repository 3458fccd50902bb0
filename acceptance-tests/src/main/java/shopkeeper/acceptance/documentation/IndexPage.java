package shopkeeper.acceptance.documentation;

import static shopkeeper.acceptance.documentation.Html.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.Spec;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.Tags;
import shopkeeper.acceptance.specs.Trial.Verdict;
import shopkeeper.acceptance.specs.Trials;

/** Where to begin: by capability and rule, by channel, by status. */
final class IndexPage {
    private final List<Spec> specs;
    private final Signs signs;
    private final StringBuilder page = new StringBuilder();

    IndexPage(List<Spec> specs, Signs signs) {
        this.specs = specs;
        this.signs = signs;
    }

    String html(String summary, String run) {
        page.append(
                "<h1>What the shop promises</h1><p class=\"summary\">%s</p><p>%s</p>"
                        .formatted(text(summary), text(run)));
        page.append(
                """
                <p>Jump to: <a href="#rules">capabilities and rules</a>,
                <a href="#status">status</a>, <a href="#channels">channels</a></p>
                <h2 id="rules">Capabilities and rules</h2>
                """);
        var capabilities =
                specs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Spec::capability, TreeMap::new, Collectors.toList()));
        capabilities.forEach(this::capability);
        page.append("<h2 id=\"status\">By status</h2>");
        for (Verdict verdict : List.of(Verdict.FAILED, Verdict.UNKNOWN, Verdict.SKIPPED)) {
            list(Signs.of(verdict), (spec, scenario) -> is(spec, scenario, verdict));
        }
        list(Signs.PLANNED, (_, scenario) -> scenario.planned());
        page.append("<p>Everything else is %s.</p>".formatted(Signs.of(Verdict.GOOD)));
        page.append("<h2 id=\"channels\">By channel</h2>");
        Stream.of(Way.values()).forEach(this::channel);
        return Html.page("Features", "index.html", page.toString());
    }

    private void capability(String name, List<Spec> features) {
        page.append(
                "<section><h3>%s</h3><ul class=\"features\">"
                        .formatted(text(name.replace('_', ' '))));
        for (Spec spec : features) {
            page.append(
                    "<li><a href=\"%s\" lang=\"%s\">%s</a>"
                            .formatted(FeaturePage.name(spec), spec.language(), text(spec.name())));
            if (!spec.complaints().isEmpty()) {
                page.append(" <span class=\"sign bad\">✗ cannot be read</span>");
            }
            page.append("<ul>");
            spec.rules().stream()
                    .filter(rule -> !rule.name().isEmpty())
                    .forEach(rule ->
                            page.append(
                                    "<li><a href=\"%s#%s\" lang=\"%s\">%s</a> %s</li>"
                                            .formatted(
                                                    FeaturePage.name(spec),
                                                    FeaturePage.anchor(rule),
                                                    spec.language(),
                                                    text(rule.name()),
                                                    signs.of(spec, rule.scenarios())
                                                            .map(Signs::of)
                                                            .orElse(Signs.PLANNED))));
            page.append("</ul></li>");
        }
        page.append("</ul></section>");
    }

    private boolean is(Spec spec, Scenario scenario, Verdict verdict) {
        return !scenario.planned()
                && Trials.worst(signs.trials().of(spec, scenario))
                        .filter(verdict::equals)
                        .isPresent();
    }

    private void list(String heading, BiPredicate<Spec, Scenario> chosen) {
        page.append("<h3>").append(heading).append("</h3>");
        var found = new StringBuilder();
        for (Spec spec : specs) {
            spec.scenarios()
                    .filter(scenario -> chosen.test(spec, scenario))
                    .forEach(scenario ->
                            found.append(
                                    "<li><a href=\"%s#line-%d\" lang=\"%s\">%s</a></li>"
                                            .formatted(
                                                    FeaturePage.name(spec),
                                                    scenario.line(),
                                                    spec.language(),
                                                    text(scenario.name()))));
        }
        page.append(found.isEmpty() ? "<p>none</p>" : "<ul>" + found + "</ul>");
    }

    private void channel(Way way) {
        Map<Verdict, Long> counts =
                specs.stream()
                        .flatMap(spec ->
                                spec.scenarios()
                                        .flatMap(one -> signs.trials().of(spec, one, way).stream()))
                        .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        page.append(
                "<p><b>%s</b>: %s</p>"
                        .formatted(
                                Tags.word(way),
                                counts.isEmpty()
                                        ? "nothing was tried"
                                        : counts.entrySet().stream()
                                                .sorted(Map.Entry.comparingByKey())
                                                .map(one ->
                                                        one.getValue() + " " + one.getKey().words())
                                                .collect(Collectors.joining(", "))));
    }
}
