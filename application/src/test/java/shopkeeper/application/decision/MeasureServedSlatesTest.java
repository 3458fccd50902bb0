package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.decision.SlateQuality.Group;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Via;

class MeasureServedSlatesTest {
    private static final Use STATISTICS = Use.of(Purpose.ANALYTICS);

    private final Told told = new Told().sells(TEA, MILK);

    @Test
    void whoever_allows_statistics_is_followed_though_they_refused_personal_content() {
        var ann = told.met(card("4001"));
        told.grants(ann, STATISTICS).refuses(ann, SUGGESTIONS);
        ask(new Who.Known(ann));

        assertThat(segments()).containsExactly("first-time");
    }

    @Test
    void whoever_allows_personal_content_alone_is_not_followed_for_a_report() {
        var ann = told.met(card("4001"));
        told.grants(ann, SUGGESTIONS).refuses(ann, STATISTICS);
        ask(new Who.Known(ann));

        assertThat(segments()).isEmpty();
    }

    /** Somebody belongs to a segment only where it is looked at what they bought. */
    private List<String> segments() {
        var now = told.later(Duration.ofDays(1)).now().received();
        return told.shop.modelQuality.report(now.minus(Duration.ofDays(30)), now).groups().stream()
                .filter(group -> group.by().equals("segment"))
                .map(Group::name)
                .toList();
    }

    private void ask(Who who) {
        told.shop.decide.decide(
                new Question(
                        new DecisionId("d-1"),
                        who,
                        Via.web(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(new Recommendations("home", List.of(), 2)),
                        told.now()));
    }
}
