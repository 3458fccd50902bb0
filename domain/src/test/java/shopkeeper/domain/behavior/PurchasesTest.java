package shopkeeper.domain.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Story;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorRefusal.NothingOnIt;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;

/** Where a return without receipt may belong. */
class PurchasesTest {
    private static final Optional<CustomerId> ANN = Optional.of(new CustomerId("ann"));
    private static final Optional<StoreId> LEEDS = Optional.of(new StoreId("leeds"));
    private static final Moment NOW = Moment.at(Instant.parse("2026-11-20T12:00:00Z"));
    private static final ProductId LAMP = new ProductId("lamp");

    @Test
    void both_receipts_that_hold_it_are_named_and_none_is_marked() {
        story().given(bought("r-2", LAMP), bought("r-1", LAMP), bought("r-3", new ProductId("hat")))
                .when(back(ANN, line(LAMP)))
                .then(returned(ANN, "r-1", "r-2"));
    }

    @Test
    void what_came_back_or_was_voided_is_no_candidate() {
        story().given(
                        bought("r-1", LAMP),
                        linked("r-1"),
                        bought("r-2", LAMP),
                        new PurchaseVoided(
                                new ReceiptId("r-8"),
                                new ReceiptId("r-2"),
                                VoidReason.VOIDED,
                                ANN,
                                LEEDS,
                                Map.of(LAMP, BigDecimal.ONE),
                                eur("25.00"),
                                Via.till(),
                                NOW))
                .when(back(ANN, line(LAMP)))
                .then(returned(ANN));
    }

    @Test
    void an_unlinked_return_takes_nothing_from_any_receipt() {
        var after = story().given(bought("r-1", LAMP), returned(ANN, "r-1")).state();

        assertThat(after.sales().values())
                .extracting(Kept::left)
                .containsExactly(Map.of(LAMP, BigDecimal.ONE));
    }

    @Test
    void of_a_customer_nobody_knows_there_are_no_candidates() {
        story().when(back(Optional.empty(), line(LAMP))).then(returned(Optional.empty()));
    }

    @Test
    void a_return_of_nothing_is_none() {
        story().when(back(ANN)).thenRefused(new NothingOnIt());
    }

    private static Story<Purchases, RecordReturn, BehaviorEvent, BehaviorRefusal> story() {
        return new Story<>(Purchases.NONE, Purchases::decide, Purchases::evolve);
    }

    private static RecordReturn back(Optional<CustomerId> customer, ReceiptLine... lines) {
        return new RecordReturn(
                new ReceiptId("r-9"),
                Optional.empty(),
                customer,
                LEEDS,
                List.of(lines),
                eur("25.00"),
                Via.till(),
                NOW);
    }

    private static BehaviorEvent returned(Optional<CustomerId> customer, String... candidates) {
        return new ReturnRecorded(
                new ReceiptId("r-9"),
                Optional.empty(),
                customer,
                LEEDS,
                List.of(line(LAMP)),
                eur("25.00"),
                List.of(candidates).stream().map(ReceiptId::new).toList(),
                Via.till(),
                NOW);
    }

    private static BehaviorEvent linked(String sale) {
        return new ReturnRecorded(
                new ReceiptId("r-7"),
                Optional.of(new ReceiptId(sale)),
                ANN,
                LEEDS,
                List.of(line(LAMP)),
                eur("25.00"),
                List.of(),
                Via.till(),
                NOW);
    }

    private static BehaviorEvent bought(String receipt, ProductId product) {
        return new PurchaseRecorded(
                new ReceiptId(receipt),
                ANN,
                LEEDS,
                List.of(line(product)),
                eur("0"),
                eur("25.00"),
                Via.till(),
                NOW);
    }

    private static ReceiptLine line(ProductId product) {
        return ReceiptLine.of(product, BigDecimal.ONE, eur("25.00"));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
