package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.NOON;
import static shopkeeper.application.Told.NOTICE;
import static shopkeeper.application.Told.SALT;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.Setting;
import shopkeeper.domain.recommendation.SlateFilter;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Suggestion;

class AlikeVisitsTest {
    private static final CustomerId ANN = new CustomerId("ann");
    private static final CustomerId BEN = new CustomerId("ben");
    private static final Link DEVICE =
            Link.of(
                    new Identifier(IdentifierType.ANONYMOUS, "device-1"),
                    new IdentifierKey("key-1"));

    private final Told told = new Told();
    private final RecommendationModule module = new RecommendationModule();

    AlikeVisitsTest() {
        told.shop.log.follow(module.memory()::remember);
        told.sells(TEA, MILK, SALT);
        looks(ANN, 0, TEA);
        looks(ANN, 20, MILK);
    }

    @Test
    void what_others_looked_at_next_is_suggested_at_the_next_click() {
        assertThat(fromVisits(TEA)).containsExactly(MILK);

        looks(BEN, 30, TEA);
        looks(BEN, 40, SALT);

        assertThat(fromVisits(TEA)).containsExactlyInAnyOrder(MILK, SALT);
    }

    @Test
    void whoever_withdraws_looked_at_nothing_from_then_on() {
        told.grants(ANN, SUGGESTIONS);
        assertThat(fromVisits(TEA)).containsExactly(MILK);

        told.withdraws(ANN, SUGGESTIONS);

        assertThat(fromVisits(TEA)).isEmpty();
    }

    @Test
    void ones_own_visit_is_like_nobody_elses() {
        assertThat(fromVisits(Set.of(ANN), TEA)).isEmpty();
        assertThat(fromVisits(Set.of(BEN), TEA)).containsExactly(MILK);
    }

    @Test
    void whoever_withdraws_looked_at_nothing_as_a_visitor_either() {
        becomes(ANN, BEN);
        assertThat(fromVisits(TEA)).containsExactly(MILK);

        told.withdraws(BEN, SUGGESTIONS);
        assertThat(fromVisits(TEA)).isEmpty();

        looks(ANN, 60, TEA);
        looks(ANN, 70, MILK);
        assertThat(fromVisits(TEA)).isEmpty();
    }

    @Test
    void a_visitor_who_turns_out_to_be_somebody_who_withdrew_looked_at_nothing() {
        told.withdraws(BEN, SUGGESTIONS);
        becomes(ANN, BEN);

        assertThat(fromVisits(TEA)).isEmpty();
    }

    private void becomes(CustomerId visitor, CustomerId customer) {
        hears(
                new VisitorBecameKnown(
                        visitor, customer, DEVICE, List.of(), Via.web(), Moment.at(NOON)));
    }

    @Test
    void nobody_learns_from_the_looks_of_those_who_refuse_that_products_are_improved_by_them() {
        told.refuses(ANN, Use.of(Purpose.PRODUCT_IMPROVEMENT));
        assertThat(fromVisits(TEA)).isEmpty();

        looks(ANN, 60, TEA);
        looks(ANN, 70, SALT);
        assertThat(fromVisits(TEA)).isEmpty();

        told.later(Duration.ofMinutes(1));
        told.grants(ANN, Use.of(Purpose.PRODUCT_IMPROVEMENT));
        looks(ANN, 80, TEA);
        looks(ANN, 90, SALT);
        assertThat(fromVisits(TEA)).containsExactly(SALT);
    }

    @Test
    void a_yes_that_comes_late_does_not_undo_the_no_said_after_it() {
        told.withdraws(ANN, SUGGESTIONS);
        hears(
                new ConsentGranted(
                        ANN, SUGGESTIONS, NOTICE, ConsentMethod.TOGGLE, Via.web(), anHourOld()));

        looks(ANN, 60, TEA);
        looks(ANN, 70, SALT);
        assertThat(fromVisits(TEA)).isEmpty();
    }

    @Test
    void a_no_that_comes_late_does_not_undo_the_yes_said_after_it() {
        told.grants(ANN, SUGGESTIONS);
        hears(
                new ConsentRefused(
                        ANN, SUGGESTIONS, NOTICE, ConsentMethod.TOGGLE, Via.web(), anHourOld()));

        assertThat(fromVisits(TEA)).containsExactly(MILK);
    }

    private static Moment anHourOld() {
        return new Moment(NOON.minus(Duration.ofHours(1)), NOON.plus(Duration.ofMinutes(1)));
    }

    private void hears(Fact fact) {
        module.memory()
                .remember(new Logged<>(new Position(99), new MessageId("till", "late"), fact));
    }

    private void looks(CustomerId customer, int second, ProductId product) {
        module.looks().looked(customer, product, NOON.plus(Duration.ofSeconds(second)));
    }

    private List<ProductId> fromVisits(ProductId seen) {
        return fromVisits(Set.of(), seen);
    }

    private List<ProductId> fromVisits(Set<CustomerId> person, ProductId seen) {
        var request =
                new SlateRequest(
                        person,
                        List.of(seen),
                        Occasion.HOME,
                        Setting.PLAIN,
                        SlateFilter.NONE,
                        Promoted.NOTHING,
                        Optional.empty(),
                        _ -> Optional.empty(),
                        NOON,
                        3);
        return module.recommend().slate(request).suggestions().stream()
                .filter(one ->
                        one.estimates().stream()
                                .anyMatch(said -> said.source() == Source.SESSION_NEIGHBOURS))
                .map(Suggestion::product)
                .toList();
    }
}
