package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.NOON;
import static shopkeeper.application.Told.NOTICE;
import static shopkeeper.application.Told.SUGGESTIONS;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.application.recommendation.RetrainModels.Result;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.OwnBasket;
import shopkeeper.domain.recommendation.Place;
import shopkeeper.domain.recommendation.RankerTrainer;

class LearningTest {
    private static final Place ONLINE = new Place("ONLINE");
    private static final CustomerId ANN = new CustomerId("ann");

    /** The third and the fourth of twenty-five who bought, in the order of their names. */
    private static final CustomerId VISITOR = new CustomerId("v-12");

    private static final CustomerId OTHER = new CustomerId("v-13");

    private final PurchaseDiary diary = new PurchaseDiary();
    private final Learning learning =
            new Learning(diary, List.of(_ -> new Noticed(List.of())), RankerTrainer.NONE);

    LearningTest() {
        for (int visitor = 10; visitor < 35; visitor++) {
            for (int day = 0; day < 3; day++) {
                diary.bought(
                        new ReceiptId("r-%d-%d".formatted(visitor, day)),
                        Optional.of(new CustomerId("v-" + visitor)),
                        new OwnBasket(ONLINE, day * 86_400L, Map.of(visitor % 5, BigDecimal.ONE)));
            }
        }
    }

    @Test
    void a_visitor_who_turns_out_to_be_somebody_who_said_no_takes_no_part_at_once() {
        refuses(ANN);
        train(NOON);

        learning.becameKnown(VISITOR, ANN);

        assertThat(takenOut()).containsExactly(2);
        assertThat(train(NOON.plusSeconds(59))).isEqualTo(Result.NOT_DUE);
        assertThat(train(NOON.plusSeconds(60))).isEqualTo(Result.SERVED);
        assertThat(diary.notes().rows()).hasSize(24).doesNotContainKey(VISITOR);
    }

    @Test
    void a_visitor_who_was_another_visitor_before_leaves_under_both_names() {
        refuses(ANN);
        train(NOON);
        learning.becameKnown(OTHER, VISITOR);
        assertThat(takenOut()).isEmpty();

        learning.becameKnown(VISITOR, ANN);

        assertThat(takenOut()).containsExactly(2, 3);
    }

    @Test
    void a_visitor_of_somebody_who_said_no_is_learned_from_when_they_allow_it_again() {
        refuses(ANN);
        learning.becameKnown(VISITOR, ANN);
        assertThat(diary.notes().rows()).doesNotContainKey(VISITOR);

        learning.heard(
                new ConsentGranted(
                        ANN,
                        SUGGESTIONS,
                        NOTICE,
                        ConsentMethod.TOGGLE,
                        Via.web(),
                        Moment.at(NOON.plus(Duration.ofMinutes(1)))));

        assertThat(diary.notes().rows()).containsKey(VISITOR);
    }

    @Test
    void a_visitor_who_bought_nothing_or_said_no_before_is_no_reason_to_train_again() {
        refuses(ANN);
        refuses(VISITOR);
        train(NOON);

        learning.becameKnown(new CustomerId("a-device"), ANN);
        learning.becameKnown(VISITOR, ANN);

        assertThat(train(NOON.plus(Duration.ofMinutes(1)))).isEqualTo(Result.NOT_DUE);
    }

    private void refuses(CustomerId customer) {
        learning.heard(
                new ConsentRefused(
                        customer,
                        SUGGESTIONS,
                        NOTICE,
                        ConsentMethod.TOGGLE,
                        Via.web(),
                        Moment.at(NOON)));
    }

    private Result train(Instant at) {
        return learning.retraining().whenDue(at).result();
    }

    private List<Integer> takenOut() {
        return learning.models(Set.of(), Optional.empty(), NOON).stream()
                .filter(Noticed.class::isInstance)
                .flatMap(model -> ((Noticed) model).gone().stream())
                .toList();
    }
}
