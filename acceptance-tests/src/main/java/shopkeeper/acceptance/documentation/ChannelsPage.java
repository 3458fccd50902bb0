package shopkeeper.acceptance.documentation;

import static shopkeeper.acceptance.documentation.Html.text;

import java.util.List;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.Spec;
import shopkeeper.acceptance.specs.Spec.Scenario;
import shopkeeper.acceptance.specs.Tags;

/** Which scenario was tried in which channel, and how it went. */
final class ChannelsPage {
    private ChannelsPage() {}

    static String html(List<Spec> specs, Signs signs) {
        var page = new StringBuilder("<h1>Scenarios and channels</h1>");
        page.append(
                """
                <p>The tags of a scenario choose its channels. An empty cell: it is not played there. Nobody buys, returns or visits on the phone, and a till has no visitors: what a channel cannot do by itself is done over the web for it, and the cell says so.</p>
                <div class="wide" role="region" tabindex="0" aria-label="Scenarios and channels">
                <table class="ways" role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Scenario</th>
                """);
        for (Way way : Way.values()) {
            page.append(
                    "<th scope=\"col\" role=\"columnheader\">%s</th>".formatted(Tags.word(way)));
        }
        page.append("</tr></thead><tbody role=\"rowgroup\">");
        for (Spec spec : specs) {
            page.append(
                    "<tr class=\"group\" role=\"row\"><th scope=\"rowgroup\" role=\"rowheader\" colspan=\"%d\"><a href=\"%s\">%s: %s</a></th></tr>"
                            .formatted(
                                    Way.values().length + 1,
                                    FeaturePage.name(spec),
                                    text(spec.capability().replace('_', ' ')),
                                    text(spec.name())));
            spec.scenarios()
                    .filter(scenario -> !scenario.planned())
                    .forEach(scenario -> row(page, spec, scenario, signs));
        }
        page.append("</tbody></table></div>");
        return Html.page("Scenarios and channels", "channels.html", page.toString());
    }

    private static void row(StringBuilder page, Spec spec, Scenario scenario, Signs signs) {
        page.append(
                "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\" lang=\"%s\">%s</th>"
                        .formatted(spec.language(), text(scenario.name())));
        for (Way way : Way.values()) {
            // On a narrow screen the head of the table is gone: each cell says whose it is.
            page.append("<td role=\"cell\" data-way=\"%s\">".formatted(Tags.word(way)))
                    .append(signs.trials().of(spec, scenario, way).map(Signs::of).orElse(""))
                    .append(
                            signs.trials()
                                    .aside(spec, scenario, way)
                                    .map(words -> "<br><small>" + text(words) + "</small>")
                                    .orElse(""))
                    .append("</td>");
        }
        page.append("</tr>");
    }
}
