package shopkeeper.application.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.TEA;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.recommendation.SlateRequest;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal.AlreadyVoided;
import shopkeeper.domain.behavior.BehaviorRefusal.MoreReturnedThanBought;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded.Conflict;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.kernel.Recorded.Duplicate;

class RecordReceiptTest {
    private static final Optional<CustomerId> ANN = Optional.of(new CustomerId("ann"));

    private final Told told = new Told();

    @Test
    void the_same_receipt_three_times_counts_once() {
        assertThat(told.buys("r-1", ANN, TEA)).isInstanceOf(Decided.class);
        assertThat(told.buys("r-1", ANN, TEA)).isEqualTo(new Duplicate<>(new Position(1)));
        assertThat(told.buys("r-1", Optional.empty(), TEA)).isInstanceOf(Duplicate.class);
        assertThat(told.shop.recommend.modelVersion()).isEqualTo("baskets-1");
    }

    @Test
    void the_same_receipt_with_other_lines_is_a_conflict() {
        told.buys("r-1", ANN, TEA);

        assertThat(told.buys("r-1", ANN, MILK)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_return_is_checked_against_its_sale() {
        told.buys("r-1", ANN, TEA);

        assertThat(told.returns("r-2", Optional.of("r-1"), TEA))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.outcome()).isInstanceOf(Accepted.class));
        assertThat(told.returns("r-3", Optional.of("r-1"), TEA))
                .isEqualTo(
                        new Decided<>(
                                Outcome.refused(new MoreReturnedThanBought(TEA)), new Position(2)));
    }

    @Test
    void a_return_before_its_sale_waits_and_is_applied_with_it() {
        assertThat(told.returns("r-2", Optional.of("r-1"), TEA).position())
                .isEqualTo(new Position(1));
        assertThat(told.returns("r-2", Optional.of("r-1"), TEA))
                .isEqualTo(new Duplicate<>(new Position(1)));

        assertThat(told.buys("r-1", ANN, TEA).position()).isEqualTo(new Position(3));

        assertThat(told.shop.log.facts(BehaviorEvent.class))
                .extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("ReturnParked", "PurchaseRecorded", "ReturnRecorded");
        assertThat(told.buys("r-1", ANN, TEA)).isEqualTo(new Duplicate<>(new Position(3)));
    }

    @Test
    void a_voided_sale_is_as_if_it_had_never_been() {
        told.sells(MILK, TEA).buys("r-0", ANN, MILK);
        var before = suggested();
        told.buys("r-1", ANN, TEA);
        told.voids("r-2", "r-1");

        assertThat(suggested()).isEqualTo(before).hasSize(2);
        assertThat(told.returns("r-3", Optional.of("r-1"), TEA))
                .isEqualTo(
                        new Decided<>(
                                Outcome.refused(new AlreadyVoided(new ReceiptId("r-1"))),
                                new Position(5)));
    }

    @Test
    void a_return_without_receipt_is_taken() {
        assertThat(told.returns("r-2", Optional.empty(), TEA).position())
                .isEqualTo(new Position(1));
    }

    private List<List<Object>> suggested() {
        var request =
                SlateRequest.plain(
                        ANN.stream().toList(), List.of(), Optional.empty(), Told.NOON, 4);
        return told.shop.recommend.slate(request).suggestions().stream()
                .map(one -> List.<Object>of(one.product(), one.score(), one.reasons()))
                .toList();
    }
}
