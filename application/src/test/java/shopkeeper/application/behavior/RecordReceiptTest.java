package shopkeeper.application.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.TEA;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.domain.behavior.BehaviorRefusal.MoreReturnedThanBought;
import shopkeeper.domain.behavior.BehaviorRefusal.SaleNotKnown;
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
    void a_return_before_its_sale_is_refused_and_can_be_sent_again() {
        assertThat(told.returns("r-2", Optional.of("r-1"), TEA))
                .isEqualTo(
                        new Decided<>(
                                Outcome.refused(new SaleNotKnown(new ReceiptId("r-1"))),
                                Position.START));

        told.buys("r-1", ANN, TEA);

        assertThat(told.returns("r-2", Optional.of("r-1"), TEA).position())
                .isEqualTo(new Position(2));
    }

    @Test
    void a_return_without_receipt_is_taken() {
        assertThat(told.returns("r-2", Optional.empty(), TEA).position())
                .isEqualTo(new Position(1));
    }
}
