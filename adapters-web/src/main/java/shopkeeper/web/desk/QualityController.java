package shopkeeper.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import shopkeeper.application.access.Scope;
import shopkeeper.application.decision.ModelQuality;
import shopkeeper.domain.decision.SlateQuality;
import shopkeeper.domain.decision.SlateQuality.Group;
import shopkeeper.domain.decision.SlateQuality.Hits;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.recommendation.Verdict;
import shopkeeper.web.desk.Shown.BarView;
import shopkeeper.web.desk.Shown.PlotView;
import shopkeeper.web.desk.Shown.QualityView;
import shopkeeper.web.security.CallableBy;

/** How good the suggestions were, as plots that the server draws. */
@Controller
final class QualityController {
    private static final Duration LOOKED_AT = Duration.ofDays(30);
    private static final int WIDTH = 300;
    private static final int NOTHING_TO_DRAW = -1;

    private final ModelQuality quality;
    private final DeskPages pages;
    private final InstantSource clock;

    QualityController(ModelQuality quality, DeskPages pages, InstantSource clock) {
        this.quality = quality;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/desk/model-quality")
    @CallableBy(Scope.PROFILES)
    void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var now = clock.instant();
        var report = quality.report(now.minus(LOOKED_AT), now);
        var view =
                new QualityView(
                        report.slates(),
                        Words.when(report.since()),
                        report.version(),
                        List.of(
                                accuracy(report.groups()),
                                plot(
                                        "Coverage",
                                        "How much of what was ever sold was shown.",
                                        "%.1f %%",
                                        100,
                                        report.groups(),
                                        Group::coverage),
                                plot(
                                        "Novelty",
                                        "How surprising an item is, in bits: 1 where half of all baskets have it.",
                                        "%.2f bits",
                                        1,
                                        report.groups(),
                                        Group::novelty),
                                plot(
                                        "Popularity bias",
                                        "How many times as popular an item is as the average product.",
                                        "%.2f times",
                                        1,
                                        report.groups(),
                                        Group::popularityBias),
                                clicks(report.groups()),
                                words(report.groups())));
        pages.page("quality", Map.of("view", view), 200, request, response);
    }

    private static PlotView accuracy(List<Group> groups) {
        double most =
                groups.stream()
                        .flatMap(group -> group.accuracy().stream())
                        .mapToDouble(hits -> hits.high())
                        .max()
                        .orElse(1);
        return new PlotView(
                "Accuracy",
                "Slates of which something was bought within 14 days, with a 95 %% interval. Judged: %d that are so old; never of fewer than %d people."
                        .formatted(judged(groups), SlateQuality.LEAST_PEOPLE),
                groups.stream()
                        .map(group ->
                                group.accuracy()
                                        .map(hits ->
                                                new BarView(
                                                        by(group),
                                                        name(group),
                                                        String.format(
                                                                Locale.ROOT,
                                                                "%.1f %% (%.1f to %.1f)",
                                                                hits.rate() * 100,
                                                                hits.low() * 100,
                                                                hits.high() * 100),
                                                        width(hits.rate(), most),
                                                        width(hits.low(), most),
                                                        width(hits.high(), most)))
                                        .orElseGet(() ->
                                                new BarView(
                                                        by(group),
                                                        name(group),
                                                        "too few people",
                                                        NOTHING_TO_DRAW,
                                                        0,
                                                        0)))
                        .toList());
    }

    private static PlotView clicks(List<Group> groups) {
        double most = groups.stream().mapToDouble(QualityController::clicked).max().orElse(0);
        return new PlotView(
                "Clicks",
                "How many were clicked of the items that a page or screen said it showed.",
                groups.stream()
                        .map(group -> {
                            int shown = said(group, Verdict.SHOWN);
                            return new BarView(
                                    by(group),
                                    name(group),
                                    shown == 0
                                            ? "nothing told"
                                            : String.format(
                                                    Locale.ROOT,
                                                    "%.1f %% of %d",
                                                    clicked(group) * 100,
                                                    shown),
                                    shown == 0 ? NOTHING_TO_DRAW : width(clicked(group), most),
                                    0,
                                    0);
                        })
                        .toList());
    }

    /** Who clicks what nobody said was shown does not make more than all of it. */
    private static double clicked(Group group) {
        int shown = said(group, Verdict.SHOWN);
        return shown == 0 ? 0 : Math.min(1, (double) said(group, Verdict.CLICKED) / shown);
    }

    private static PlotView words(List<Group> groups) {
        double most = groups.stream().mapToDouble(QualityController::unwanted).max().orElse(0);
        return new PlotView(
                "Words",
                "What customers said of items. The bar is what they hid and what did not help.",
                groups.stream()
                        .map(group ->
                                new BarView(
                                        by(group),
                                        name(group),
                                        "%d helpful, %d not, %d hidden, %d undone"
                                                .formatted(
                                                        said(group, Verdict.HELPFUL),
                                                        said(group, Verdict.NOT_HELPFUL),
                                                        said(group, Verdict.HIDDEN),
                                                        said(group, Verdict.UNDONE)),
                                        width(unwanted(group), most),
                                        0,
                                        0))
                        .toList());
    }

    private static int unwanted(Group group) {
        return said(group, Verdict.NOT_HELPFUL) + said(group, Verdict.HIDDEN);
    }

    private static int said(Group group, Verdict verdict) {
        return group.feedback().getOrDefault(verdict, 0);
    }

    private static int judged(List<Group> groups) {
        return groups.stream()
                .filter(group -> group.by().equals("all"))
                .flatMap(group -> group.accuracy().stream())
                .mapToInt(Hits::slates)
                .sum();
    }

    private static PlotView plot(
            String title,
            String words,
            String format,
            double unit,
            List<Group> groups,
            ToDoubleFunction<Group> value) {
        double most = groups.stream().mapToDouble(value).max().orElse(1);
        return new PlotView(
                title,
                words,
                groups.stream()
                        .map(group -> {
                            double one = value.applyAsDouble(group);
                            return new BarView(
                                    by(group),
                                    name(group),
                                    String.format(Locale.ROOT, format, one * unit),
                                    width(one, most),
                                    0,
                                    0);
                        })
                        .toList());
    }

    private static String by(Group group) {
        return group.by().equals("all") ? "" : Words.spoken(group.by());
    }

    private static String name(Group group) {
        return switch (group.by()) {
            case "channel" -> Words.channel(Channel.valueOf(group.name()));
            case "mode" -> Words.mode(group.name()).toLowerCase(Locale.ROOT);
            case "source" -> group.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case "all" -> Words.spoken(group.name());
            default -> group.name();
        };
    }

    private static int width(double value, double most) {
        return most <= 0 ? 0 : (int) Math.round(WIDTH * Math.min(1, value / most));
    }
}
