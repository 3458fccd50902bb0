package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.application.Told.LIFETIME;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.SALT;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shopkeeper.application.Told;
import shopkeeper.application.behavior.SessionView;
import shopkeeper.application.recommendation.Recommend;
import shopkeeper.application.recommendation.SlateRequest;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Attention;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.Slate;

/**
 * Who did not allow it is answered as nobody in particular: nothing of theirs is even looked up.
 */
class WithoutPermissionTest {
    private static final ProductId[] SHELF =
            IntStream.range(0, 12)
                    .mapToObj(number -> new ProductId("thing-" + number))
                    .toArray(ProductId[]::new);

    private final Told told = new Told().sells(SHELF).sells(TEA, MILK, SALT);
    private final CustomerId ann = told.met(card("4001"));
    private final List<SlateRequest> asked = new ArrayList<>();
    private int decisions;

    /** What she said, or did not. */
    enum Word {
        NEVER_ASKED,
        REFUSED,
        WITHDRAWN
    }

    @ParameterizedTest
    @EnumSource(Word.class)
    void no_profile_no_visit_and_no_history_is_read(Word word) {
        told.buys("r-1", Optional.of(ann), SALT);
        say(word);

        var decision = decide(guarded(), new Who.Pointed(card("4001")));

        assertThat(decision.body()).contains("\"what\":\"purchase-history\"");
        assertThat(asked)
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.customers()).isEmpty();
                    assertThat(request.session()).isEmpty();
                });
    }

    @Test
    void with_her_permission_the_same_guards_would_have_been_asked() {
        told.grants(ann, SUGGESTIONS);

        assertThatThrownBy(() -> decide(guarded(), new Who.Pointed(card("4001"))))
                .hasMessage("nobody may look at a visit");
    }

    @ParameterizedTest
    @EnumSource(Word.class)
    void whatever_she_looks_at_the_slate_is_the_one_of_anybody(Word word) {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int basket = 0; basket < 30; basket++) {
            told.buys("b-" + basket, Optional.empty(), two(random));
        }
        say(word);
        var before = slate(decide(told.shop.decide, new Who.Nobody()));

        told.shop.trackBehavior.track(
                IntStream.range(0, 40).mapToObj(_ -> look(SHELF[random.nextInt(12)])).toList());

        assertThat(slate(decide(told.shop.decide, new Who.Known(ann))))
                .as("seed %d", seed)
                .isEqualTo(before)
                .isEqualTo(slate(decide(told.shop.decide, new Who.Nobody())));
        assertThat(told.shop.sessions.session(Set.of(ann), told.now().received())).isEmpty();
    }

    @Test
    void what_she_allowed_to_be_looked_at_does_move_the_slate() {
        for (int basket = 0; basket < 9; basket++) {
            told.buys("b-" + basket, Optional.empty(), SHELF[3], SHELF[7]);
            told.buys("c-" + basket, Optional.empty(), SHELF[1], SHELF[2]);
        }
        told.grants(ann, SUGGESTIONS);
        var before = slate(decide(told.shop.decide, new Who.Known(ann)));

        told.shop.trackBehavior.track(List.of(look(SHELF[3])));

        assertThat(slate(decide(told.shop.decide, new Who.Known(ann)))).isNotEqualTo(before);
    }

    private void say(Word word) {
        switch (word) {
            case NEVER_ASKED -> {}
            case REFUSED -> told.refuses(ann, SUGGESTIONS);
            case WITHDRAWN -> told.grants(ann, SUGGESTIONS).withdraws(ann, SUGGESTIONS);
        }
    }

    private Behavior look(ProductId product) {
        return new Behavior(
                new MessageId("web", UUID.randomUUID().toString()),
                ann,
                new Act.ProductViewed(product, Attention.UNKNOWN),
                Via.web(),
                told.now());
    }

    private static ProductId[] two(Random random) {
        int one = random.nextInt(SHELF.length);
        int other = (one + 1 + random.nextInt(SHELF.length - 1)) % SHELF.length;
        return new ProductId[] {SHELF[one], SHELF[other]};
    }

    /** The shop's own decision, with doors that nobody may go through. */
    private Decide guarded() {
        SessionView locked =
                (_, _) -> {
                    throw new AssertionError("nobody may look at a visit");
                };
        var noting =
                new Recommend() {
                    @Override
                    public Slate slate(SlateRequest request) {
                        asked.add(request);
                        return told.shop.recommend.slate(request);
                    }

                    @Override
                    public String modelVersion() {
                        return told.shop.recommend.modelVersion();
                    }
                };
        return DecisionModule.decide(
                told.shop.findCustomer,
                told.shop.directory,
                told.shop.askPermission,
                told.shop.browseCatalog,
                told.shop.askPrice,
                noting,
                locked,
                told.shop.journal,
                told.shop.log,
                LIFETIME);
    }

    private JournaledDecision decide(Decide decide, Who who) {
        return decide.decide(
                new Question(
                        new DecisionId("d-" + ++decisions),
                        who,
                        Via.web(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(new Recommendations("home", List.of(), 6)),
                        told.now()));
    }

    /** What is shown and why, without what names the decision. */
    private static List<String> slate(JournaledDecision decision) {
        var body = decision.body();
        return Arrays.asList(
                body.substring(body.indexOf("\"placements\""), body.indexOf("\"evidence\""))
                        .split("\\{\"product\""));
    }
}
