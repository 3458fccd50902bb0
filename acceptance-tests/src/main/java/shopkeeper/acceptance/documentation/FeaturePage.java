package shopkeeper.acceptance.documentation;

import static shopkeeper.acceptance.documentation.Html.text;

import java.util.List;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.Spec;
import shopkeeper.acceptance.specs.Spec.Row;
import shopkeeper.acceptance.specs.Spec.Rule;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.Spec.Step;
import shopkeeper.acceptance.specs.Spec.Table;
import shopkeeper.acceptance.specs.Tags;
import shopkeeper.acceptance.specs.Trial;
import shopkeeper.acceptance.specs.Trial.Verdict;
import shopkeeper.acceptance.specs.Trials;

/** One feature: its rules with their reasons, and what proves them. */
final class FeaturePage {
    private final Spec spec;
    private final Signs signs;
    private final StringBuilder page = new StringBuilder();

    FeaturePage(Spec spec, Signs signs) {
        this.spec = spec;
        this.signs = signs;
    }

    static String name(Spec spec) {
        return Html.anchor(
                        spec.capability()
                                + "-"
                                + spec.file()
                                        .getName(spec.file().getNameCount() - 1)
                                        .toString()
                                        .replace(".feature", ""))
                + ".html";
    }

    static String anchor(Rule rule) {
        return "rule-" + rule.line();
    }

    String html() {
        add("<p class=\"path\">%s</p>", spec.capability().replace('_', ' '));
        add("<h1 lang=\"%s\">%s</h1>", spec.language(), spec.name());
        reasons(spec.reasons());
        for (var complaint : spec.complaints()) {
            add("<p class=\"broken\">line %s: %s</p>", complaint.line(), complaint.words());
        }
        spec.rules().forEach(this::rule);
        return Html.page(spec.name(), "", page.toString());
    }

    private void rule(Rule rule) {
        page.append("<section lang=\"%s\">".formatted(spec.language()));
        if (!rule.name().isEmpty()) {
            add("<h2 id=\"%s\">%s</h2>", anchor(rule), rule.name());
        }
        reasons(rule.reasons());
        if (!rule.background().isEmpty()) {
            add("<p>%s</p>", "Always:");
            steps(rule.background());
        }
        rule.scenarios().forEach(this::scenario);
        page.append("</section>\n");
    }

    private void reasons(List<String> reasons) {
        if (!reasons.isEmpty()) {
            add("<p class=\"why\">%s</p>", String.join(" ", reasons));
        }
    }

    private void scenario(Scenario scenario) {
        page.append("<article>");
        add("<h3 id=\"line-%s\">%s</h3>", scenario.line(), scenario.name());
        page.append("<p class=\"signs\">")
                .append(
                        scenario.planned() || !signs.trials().tried(spec, scenario)
                                ? signs.of(spec, scenario)
                                : signs.byWay(spec, scenario))
                .append("</p>");
        steps(scenario.steps());
        scenario.examples().forEach(table -> examples(scenario, table));
        if (scenario.examples().isEmpty()) {
            explain(scenario.line(), "");
        } else {
            scenario.examples().stream()
                    .flatMap(table -> table.rows().stream())
                    .forEach(row -> explain(row.line(), String.join(", ", row.cells())));
        }
        page.append("</article>\n");
    }

    private void steps(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        page.append("<ul class=\"steps\">");
        for (Step step : steps) {
            add("<li><b>%s</b> %s", step.keyword(), step.text());
            if (!step.table().isEmpty()) {
                table("", step.table().getFirst(), step.table().subList(1, step.table().size()));
            }
            page.append("</li>");
        }
        page.append("</ul>");
    }

    private void examples(Scenario scenario, Table examples) {
        var caption =
                examples.source().isEmpty() ? "Examples" : "Examples from " + examples.source();
        table(scenario.name() + ": " + caption, examples.header(), examples.rows());
    }

    /** With how each row went, where it is one that was tried. */
    private void table(String caption, Row header, List<Row> rows) {
        add(
                "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">",
                caption.isEmpty() ? "Table" : caption);
        page.append("<table><thead><tr>");
        header.cells().forEach(cell -> add("<th scope=\"col\">%s</th>", cell));
        boolean tried = !caption.isEmpty();
        if (tried) {
            page.append("<th scope=\"col\">how it went</th>");
        }
        page.append("</tr></thead><tbody>");
        for (Row row : rows) {
            page.append("<tr>");
            row.cells().forEach(cell -> add("<td>%s</td>", cell));
            if (tried) {
                var trials = signs.trials().of(new Trials.Case(spec.file(), row.line()));
                page.append("<td>")
                        .append(
                                Trials.worst(trials.values().stream())
                                        .map(Signs::of)
                                        .orElse("– not run"))
                        .append("</td>");
            }
            page.append("</tr>");
        }
        page.append("</tbody></table></div>");
    }

    private void explain(int line, String row) {
        signs.trials()
                .of(new Trials.Case(spec.file(), line))
                .forEach((way, trial) -> {
                    if (trial.verdict() != Verdict.GOOD) {
                        explain(way, trial, row);
                    }
                });
    }

    private void explain(Way way, Trial trial, String row) {
        add(
                "<div class=\"broken\"><p><b>%s</b>%s</p>",
                Tags.word(way) + ": " + trial.verdict().words(),
                row.isEmpty() ? "" : " with " + row);
        if (!trial.step().isEmpty()) {
            add("<p>line %s: %s</p>", trial.line(), trial.step());
        }
        if (!trial.words().isEmpty()) {
            add("<pre>%s</pre>", trial.words());
        }
        trial.unknown().forEach(one -> add("<p>nobody knows: %s</p>", one.text()));
        page.append("</div>");
    }

    private void add(String form, Object... words) {
        var safe = new Object[words.length];
        for (int i = 0; i < words.length; i++) {
            safe[i] = text(String.valueOf(words[i]));
        }
        page.append(form.formatted(safe));
    }
}
