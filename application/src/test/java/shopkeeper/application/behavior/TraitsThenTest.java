package shopkeeper.application.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;
import static shopkeeper.application.Told.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.behavior.AskTraits.Traits;
import shopkeeper.application.behavior.AskTraits.Traits.Concluded;
import shopkeeper.application.behavior.AskTraits.Traits.Withheld;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.Trait;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.kernel.CustomerId;

/** What would have been said of somebody once. */
class TraitsThenTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Told told = new Told();
    private CustomerId ann = new CustomerId("nobody");

    @BeforeEach
    void ann_buys_tea_on_five_days() {
        told.sells(TEA);
        ann = told.met(card("1"));
        for (int day = 1; day <= 5; day++) {
            told.later(DAY).buys("r-" + day, Optional.of(ann), TEA);
        }
    }

    @Test
    void they_are_concluded_from_what_had_been_heard_by_then() {
        told.grants(ann, SUGGESTIONS);
        var spring = now(ann);
        var said = told.shop.askTraits.traits(ann, told.now().received());
        told.later(DAY.multipliedBy(20)).buys("r-6", Optional.of(ann), TEA);
        told.returns("b-1", Optional.of("r-1"), TEA);

        assertThat(then(ann, spring)).isEqualTo(said);
        assertThat(facts(said)).containsOnly(5);
        assertThat(facts(then(ann, now(ann)))).containsOnly(5);
        assertThat(then(ann, now(ann))).isNotEqualTo(said);
    }

    @Test
    void what_was_brought_back_by_then_is_not_theirs_then() {
        told.grants(ann, SUGGESTIONS);
        var kept = now(ann);
        told.returns("b-1", Optional.of("r-1"), TEA);

        assertThat(facts(then(ann, kept))).containsOnly(5);
        // Four days are left, and four prices are too few for a band.
        assertThat(facts(then(ann, now(ann)))).containsOnly(4);
        assertThat(then(ann, now(ann)))
                .isEqualTo(told.shop.askTraits.traits(ann, told.now().received()));
    }

    @Test
    void whoever_withdrew_since_is_concluded_nothing_about() {
        told.grants(ann, SUGGESTIONS);
        var allowed = now(ann);
        told.later(DAY).withdraws(ann, SUGGESTIONS);

        assertThat(then(ann, allowed)).isEqualTo(new Withheld(Denial.WITHDRAWN));
    }

    @Test
    void whoever_had_not_allowed_it_then_was_concluded_nothing_about() {
        var before = now(ann);
        told.later(DAY).grants(ann, SUGGESTIONS);

        assertThat(then(ann, before)).isEqualTo(new Withheld(Denial.NO_DECISION));
    }

    @Test
    void a_no_of_the_visitor_they_were_known_to_be_counts_then() {
        told.grants(ann, SUGGESTIONS);
        var visitor = told.met(device("d"));
        told.refuses(visitor, SUGGESTIONS);
        var alone = now(ann);
        var both = new Then(Set.of(ann, visitor), alone.upTo(), alone.at());

        assertThat(then(ann, alone)).isInstanceOf(Concluded.class);
        assertThat(then(ann, both)).isEqualTo(new Withheld(Denial.REFUSED));
    }

    private Then now(CustomerId customer) {
        return new Then(Set.of(customer), told.shop.log.seen(), told.now().received());
    }

    private Traits then(CustomerId customer, Then then) {
        return told.shop.askTraits.traitsThen(customer, then, told.now().received());
    }

    private static List<Integer> facts(Traits traits) {
        return switch (traits) {
            case Concluded(var all, _) ->
                    all.stream().map(Trait::because).map(because -> because.facts()).toList();
            case Withheld(var code) -> throw new AssertionError("withheld: " + code);
        };
    }
}
