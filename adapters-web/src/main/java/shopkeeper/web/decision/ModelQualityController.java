package shopkeeper.web.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.decision.ModelQuality;
import shopkeeper.domain.decision.SlateQuality.Group;
import shopkeeper.domain.decision.SlateQuality.Hits;
import shopkeeper.domain.recommendation.Verdict;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.security.CallableBy;

/** How good the suggestions were that the shop showed. */
@RestController
final class ModelQualityController {
    private final ModelQuality quality;
    private final InstantSource clock;

    ModelQualityController(ModelQuality quality, InstantSource clock) {
        this.quality = quality;
        this.clock = clock;
    }

    /** Accuracy never of fewer than 20 people, each of whom allows it. */
    @GetMapping("/v1/operations/model-quality")
    @CallableBy(Scope.OPERATE)
    Quality modelQuality(@RequestParam(defaultValue = "30") String days) {
        var now = clock.instant();
        var report =
                quality.report(now.minus(Duration.ofDays(Input.number("days", days, 1, 395))), now);
        return new Quality(
                report.since(),
                report.measured(),
                report.version(),
                report.slates(),
                report.groups().stream().map(OneGroup::of).toList());
    }

    /** What was measured when, from how many slates. */
    record Quality(
            Instant since, Instant measured, String version, int slates, List<OneGroup> groups) {}

    /**
     * @param feedback how often each was said of an item
     * @param accuracy absent where too few people can be followed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OneGroup(
            String by,
            String name,
            int slates,
            int items,
            double coverage,
            double novelty,
            double popularityBias,
            Map<String, Integer> feedback,
            @Nullable Accuracy accuracy) {
        static OneGroup of(Group group) {
            return new OneGroup(
                    group.by(),
                    group.name(),
                    group.slates(),
                    group.items(),
                    rounded(group.coverage()),
                    rounded(group.novelty()),
                    rounded(group.popularityBias()),
                    words(group.feedback()),
                    group.accuracy().map(Accuracy::of).orElse(null));
        }
    }

    /**
     * How often something of a slate that is so old was bought within 14 days, with 95 % bounds.
     */
    record Accuracy(
            int people, int slates, double hitRate, double low, double high, double precision) {
        static Accuracy of(Hits hits) {
            return new Accuracy(
                    hits.people(),
                    hits.slates(),
                    rounded(hits.rate()),
                    rounded(hits.low()),
                    rounded(hits.high()),
                    rounded(hits.precision()));
        }
    }

    private static Map<String, Integer> words(Map<Verdict, Integer> feedback) {
        var words = new TreeMap<String, Integer>();
        feedback.forEach((verdict, count) -> words.put(verdict.word(), count));
        return words;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
