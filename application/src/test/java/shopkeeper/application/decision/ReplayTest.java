package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.SALT;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.decision.DecisionJournal.Kept;
import shopkeeper.domain.decision.DecisionId;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Prices;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who.Known;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Via;

class ReplayTest {
    private final Told told = new Told().sells(TEA, MILK, SALT);
    private final CustomerId ann = told.met(card("4001"));
    private final DecisionId id;

    ReplayTest() {
        told.buys("r-1", Optional.empty(), TEA, MILK);
        told.buys("r-2", Optional.of(ann), SALT);
        told.grants(ann, SUGGESTIONS);
        id = told.shop.decide.decide(question()).id();
    }

    @Test
    void an_old_slate_comes_out_equal_though_everything_it_was_made_from_has_changed() {
        told.buys("r-3", Optional.of(ann), MILK, TEA);
        told.stops(SALT);
        told.withdraws(ann, SUGGESTIONS);
        told.later(Duration.ofDays(400));

        var replayed = told.shop.replay.replay(id).orElseThrow();

        assertThat(replayed.equal()).isTrue();
        assertThat(replayed.differs()).isEmpty();
        assertThat(replayed.body())
                .isEqualTo(replayed.decision().body())
                .contains("BOUGHT_BEFORE", "CO_PURCHASED");
        assertThat(replayed.candidates()).containsOnlyKeys("home", "page");
    }

    @Test
    void a_slate_that_does_not_follow_from_what_was_kept_is_told_apart() {
        var kept = told.shop.journal.recall(id).orElseThrow();
        var gathered = new LinkedHashMap<>(kept.gathered());
        var slates = new LinkedHashMap<Object, Object>(new Tree(gathered).tree("slates").fields());
        var home = new LinkedHashMap<Object, Object>((Map<?, ?>) slates.get("home"));
        var candidates = new Tree(home).list("candidates");
        home.put("candidates", candidates.subList(1, candidates.size()));
        slates.put("home", home);
        gathered.put("slates", slates);

        told.shop.journal.tamper(new Kept(kept.decision(), kept.body(), gathered));

        var replayed = told.shop.replay.replay(id).orElseThrow();
        assertThat(replayed.equal()).isFalse();
        assertThat(replayed.differs()).containsExactly("home");
    }

    @Test
    void nothing_is_replayed_under_an_id_nobody_wrote() {
        assertThat(told.shop.replay.replay(new DecisionId("none"))).isEmpty();
    }

    private Question question() {
        return new Question(
                new DecisionId("d-1"),
                new Known(ann),
                Via.web(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(
                        new Recommendations("home", List.of(), 2),
                        new Recommendations("page", List.of(TEA), 3),
                        new Prices("price", List.of(TEA))),
                told.now());
    }
}
