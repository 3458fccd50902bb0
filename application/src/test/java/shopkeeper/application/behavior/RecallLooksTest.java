package shopkeeper.application.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.NOON;
import static shopkeeper.application.Told.SALT;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.recommendation.RecommendationModule;
import shopkeeper.application.recommendation.SlateRequest;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Attention;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.Setting;
import shopkeeper.domain.recommendation.SlateFilter;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Suggestion;

/** A node starts: it has the log, and what was kept of behavior, and nothing else. */
class RecallLooksTest {
    private static final Use IMPROVEMENT = Use.of(Purpose.PRODUCT_IMPROVEMENT);
    private static final Instant STARTS = NOON.plus(Duration.ofHours(2));

    private final Told told = new Told().sells(TEA, MILK, SALT);
    private final CustomerId ben = told.met(card("4002"));
    private int messages;

    @Test
    void what_was_looked_at_before_is_suggested_to_others() {
        told.grants(ben, SUGGESTIONS);
        told.grants(ben, IMPROVEMENT);
        looks(TEA, soon(60));
        looks(MILK, soon(80));

        assertThat(afterTheStart(TEA)).containsExactly(MILK);
    }

    @Test
    void with_one_of_both_it_is_not() {
        told.grants(ben, SUGGESTIONS);
        looks(TEA, soon(60));
        looks(MILK, soon(80));
        assertThat(afterTheStart(TEA)).isEmpty();

        told.later(Duration.ofHours(1)).grants(ben, IMPROVEMENT);
        assertThat(afterTheStart(TEA)).as("it was not allowed when it happened").isEmpty();
    }

    @Test
    void what_was_taken_back_meanwhile_stays_away_also_with_a_later_yes() {
        told.grants(ben, SUGGESTIONS);
        told.grants(ben, IMPROVEMENT);
        looks(TEA, soon(60));
        looks(MILK, soon(80));
        told.later(Duration.ofHours(1)).withdraws(ben, IMPROVEMENT);
        assertThat(afterTheStart(TEA)).isEmpty();

        told.later(Duration.ofHours(1)).grants(ben, IMPROVEMENT);
        assertThat(afterTheStart(TEA)).isEmpty();
    }

    @Test
    void what_is_no_longer_kept_for_suggestions_is_not_there() {
        told.grants(ben, SUGGESTIONS);
        told.grants(ben, IMPROVEMENT);
        looks(TEA, soon(60));
        looks(MILK, soon(80));
        told.later(Duration.ofHours(1)).withdraws(ben, SUGGESTIONS);

        assertThat(afterTheStart(TEA)).isEmpty();
    }

    @Test
    void what_is_heard_from_the_start_on_is_followed_and_not_read_again() {
        told.grants(ben, SUGGESTIONS);
        told.grants(ben, IMPROVEMENT);
        looks(TEA, soon(60));
        looks(MILK, soon(80));
        looks(SALT, STARTS);

        assertThat(afterTheStart(TEA)).containsExactly(MILK);
    }

    @Test
    void days_long_ago_are_left_alone() {
        told.grants(ben, SUGGESTIONS);
        told.grants(ben, IMPROVEMENT);
        looks(TEA, soon(60));
        looks(MILK, soon(80));

        assertThat(after(STARTS.plus(Duration.ofDays(6)), TEA)).containsExactly(MILK);
        assertThat(after(STARTS.plus(Duration.ofDays(7)), TEA)).isEmpty();
    }

    /** After what was said, which is heard at noon. */
    private static Instant soon(int seconds) {
        return NOON.plus(Duration.ofMinutes(30)).plusSeconds(seconds);
    }

    private void looks(ProductId product, Instant at) {
        told.shop.trackBehavior.track(
                List.of(
                        new Behavior(
                                new MessageId("web", "look-" + messages++),
                                ben,
                                new Act.ProductViewed(product, Attention.UNKNOWN),
                                Via.web(),
                                Moment.at(at))));
    }

    private List<ProductId> afterTheStart(ProductId seen) {
        return after(STARTS, seen);
    }

    private List<ProductId> after(Instant start, ProductId seen) {
        var module = new RecommendationModule();
        told.shop.log.entries().forEach(module.memory()::remember);
        BehaviorModule.recallLooks(
                        told.shop.behaviors,
                        told.shop.askPermission,
                        told.shop.directory,
                        module.looks())
                .recall(start);
        var request =
                new SlateRequest(
                        Set.of(),
                        List.of(seen),
                        Occasion.HOME,
                        Setting.PLAIN,
                        SlateFilter.NONE,
                        Promoted.NOTHING,
                        Optional.empty(),
                        _ -> Optional.empty(),
                        start,
                        3);
        return module.recommend().slate(request).suggestions().stream()
                .filter(one ->
                        one.estimates().stream()
                                .anyMatch(said -> said.source() == Source.SESSION_NEIGHBOURS))
                .map(Suggestion::product)
                .toList();
    }
}
