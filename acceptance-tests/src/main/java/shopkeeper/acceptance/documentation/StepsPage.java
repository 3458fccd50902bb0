package shopkeeper.acceptance.documentation;

import static shopkeeper.acceptance.documentation.Html.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import shopkeeper.acceptance.specs.Parameters;
import shopkeeper.acceptance.specs.StepCatalog;
import shopkeeper.acceptance.specs.StepCatalog.Entry;
import shopkeeper.acceptance.specs.Tags;

/** Every sentence that features may be made of. */
final class StepsPage {
    private StepsPage() {}

    static String html(StepCatalog catalog) {
        var page = new StringBuilder("<h1>Step catalog</h1>");
        page.append(
                "<p>The sentences that features are made of, each with an example. What stands in {braces} is yours.</p><h2>In the braces</h2><dl>");
        Parameters.all()
                .forEach(parameter ->
                        page.append(
                                "<dt>{%s}</dt><dd>%s</dd>"
                                        .formatted(
                                                text(parameter.name()), text(parameter.words()))));
        page.append("</dl>");
        for (String keyword : List.of("Given", "When", "Then")) {
            page.append("<h2>%s</h2>".formatted(keyword));
            catalog.entries().stream()
                    .filter(entry -> entry.keyword().equals(keyword) && !entry.isSynonym())
                    .sorted(Comparator.comparing(Entry::group).thenComparing(Entry::expression))
                    .forEach(entry -> page.append(entry(catalog, entry)));
        }
        return Html.page("Step catalog", "steps.html", page.toString());
    }

    private static String entry(StepCatalog catalog, Entry entry) {
        var also =
                catalog.synonyms(entry).stream()
                        .map(one -> "<li>%s</li>".formatted(text(one.expression())))
                        .collect(Collectors.joining());
        return "<article class=\"step\"><h3>%s</h3><p>%s %s</p>%s<p class=\"signs\">plays %s</p></article>"
                .formatted(
                        text(entry.expression()),
                        entry.keyword(),
                        text(entry.example()),
                        also.isEmpty() ? "" : "<p>Also:</p><ul>" + also + "</ul>",
                        entry.ways().stream().map(Tags::word).collect(Collectors.joining(", ")));
    }
}
