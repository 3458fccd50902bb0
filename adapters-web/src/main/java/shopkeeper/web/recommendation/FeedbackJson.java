package shopkeeper.web.recommendation;

import static shopkeeper.web.kernel.Input.oneOf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.FeedbackCommand.GiveFeedback;
import shopkeeper.domain.recommendation.Verdict;
import shopkeeper.web.kernel.Input;

/**
 * Feedback as it is sent.
 *
 * @param verdict shown, clicked, helpful, not-helpful, hidden or undone
 * @param products one, or several that were shown together
 * @param channel absent: ONLINE
 * @param touchpoint absent: web
 */
record FeedbackJson(
        @Nullable String decision,
        @Nullable String verdict,
        @Nullable List<@Nullable String> products,
        @Nullable String channel,
        @Nullable String touchpoint) {
    /** How often each was said. */
    record Counts(Map<String, Long> verdicts) {
        static Counts of(Map<Verdict, Long> counts) {
            var words = new TreeMap<String, Long>();
            counts.forEach((verdict, count) -> words.put(verdict.word(), count));
            return new Counts(words);
        }
    }

    GiveFeedback asCommand(Instant now) {
        var id = Input.required("decision", decision, DecisionId::new);
        var said =
                oneOf(
                        Verdict.class,
                        "verdict",
                        Input.required("verdict", verdict)
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_'));
        var about =
                Input.required("products", products).stream()
                        .map(product -> Input.required("products", product, ProductId::new))
                        .toList();
        var where = channel == null ? Channel.ONLINE : oneOf(Channel.class, "channel", channel);
        var via =
                Input.word(
                        "touchpoint",
                        touchpoint == null ? "web" : touchpoint,
                        place -> new Via(where, place));
        return Input.word(
                "products", about, list -> new GiveFeedback(id, list, said, via, Moment.at(now)));
    }
}
