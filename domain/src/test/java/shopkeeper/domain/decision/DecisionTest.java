package shopkeeper.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.domain.decision.Decision.Answer;
import shopkeeper.domain.decision.Decision.Answer.Priced;
import shopkeeper.domain.decision.Decision.Answer.Suggested;
import shopkeeper.domain.decision.Decision.Answer.Unanswered;
import shopkeeper.domain.decision.Decision.Evidence;
import shopkeeper.domain.decision.DecisionRefusal.DecisionExpired;
import shopkeeper.domain.decision.DecisionRefusal.DecisionUnknown;
import shopkeeper.domain.decision.Question.Placement;
import shopkeeper.domain.decision.Question.Placement.Prices;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Placement.Unavailable;
import shopkeeper.domain.decision.Question.Who.Nobody;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.Device;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.Pool;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.SlateFilter;
import shopkeeper.domain.recommendation.SlatePolicies;

class DecisionTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final DecisionId ID = new DecisionId("d-1");
    private static final Slate NOTHING =
            new Slate(
                    List.of(),
                    false,
                    new Pool(SlatePolicies.of(Occasion.HOME), 1, List.of(), List.of(), Map.of()),
                    false);

    @Test
    void a_decision_is_as_personal_as_its_most_personal_answer() {
        var popular = new Suggested("home", Mode.POPULAR, NOTHING, List.of());
        var personal = new Suggested("cart", Mode.PERSONAL, NOTHING, List.of());
        var priced = new Priced("price", List.of());

        assertThat(decision(popular, priced, personal).mode()).isEqualTo(Mode.PERSONAL);
        assertThat(decision(priced, popular).mode()).isEqualTo(Mode.POPULAR);
        assertThat(decision(priced, new Unanswered("hero", "content")).mode()).isEqualTo(Mode.NONE);
        assertThat(decision().mode()).isEqualTo(Mode.NONE);
    }

    @Test
    void a_decision_is_good_until_it_expires_and_not_a_moment_longer() {
        assertThat(decision().isExpired(NOON.plusSeconds(60).minusNanos(1))).isFalse();
        assertThat(decision().isExpired(NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void a_question_names_1_to_20_placements_each_with_its_own_id() {
        var home = new Recommendations("home", List.of(), 4);
        var many =
                IntStream.range(0, 21)
                        .<Placement>mapToObj(n -> new Unavailable("p" + n, "content"))
                        .toList();

        assertThat(asking(many.subList(0, 20)).placements()).hasSize(20);
        assertThatIllegalArgumentException().isThrownBy(() -> asking(many));
        assertThatIllegalArgumentException().isThrownBy(() -> asking(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asking(List.of(home, new Unavailable("home", "content"))));
    }

    @ParameterizedTest
    @CsvSource({"phone, 4", "Mobile, 4", "tablet, 6", "desktop, 10", "fridge, 10", "'', 10"})
    void a_placement_that_says_no_limit_shows_as_many_as_the_device_has_room_for(
            String device, int shown) {
        var open =
                new Recommendations(
                        "home", List.of(), Optional.empty(), SlateFilter.NONE, Promoted.NOTHING);

        assertThat(open.shown(Device.of(device))).isEqualTo(shown);
        assertThat(new Recommendations("home", List.of(), 8).shown(Device.of(device))).isEqualTo(8);
    }

    @Test
    void a_placement_knows_its_bounds_and_the_word_for_it() {
        var socks = new ProductId("socks");

        assertThat(new Recommendations("home", List.of(), 100).kind()).isEqualTo("recommendation");
        assertThat(new Prices("price", List.of(socks)).kind()).isEqualTo("price");
        assertThat(new Unavailable("hero", "content").kind()).isEqualTo("content");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recommendations("home", List.of(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recommendations("home", List.of(), 101));
        assertThatIllegalArgumentException().isThrownBy(() -> new Prices("price", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Prices("price", Collections.nCopies(101, socks)));
    }

    @Test
    void refusals_say_which_decision_and_until_when() {
        assertThat(new DecisionExpired(ID, NOON).words())
                .isEqualTo("Decision d-1 was good until 2026-11-20T12:00:00Z.");
        assertThat(new DecisionExpired(ID, NOON).code()).isEqualTo("decision-expired");
        assertThat(new DecisionUnknown(ID).words()).isEqualTo("There is no decision d-1.");
        assertThat(new DecisionUnknown(ID).code()).isEqualTo("not-found");
    }

    private static Decision decision(Answer... answers) {
        return new Decision(
                ID,
                Optional.empty(),
                Via.web(),
                NOON,
                NOON.plusSeconds(60),
                Position.START,
                List.of(answers),
                new Evidence(List.of(), List.of(), "none", "none"));
    }

    private static Question asking(List<Placement> placements) {
        return new Question(
                ID,
                new Nobody(),
                Via.web(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                placements,
                Moment.at(NOON));
    }
}
