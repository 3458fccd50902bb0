package shopkeeper.domain.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Story;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPractice;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorCommand.RecordVoid;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnParked;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.VoidParked;
import shopkeeper.domain.behavior.BehaviorRefusal.AlreadyVoided;
import shopkeeper.domain.behavior.BehaviorRefusal.MoreReturnedThanBought;
import shopkeeper.domain.behavior.BehaviorRefusal.OtherCurrency;
import shopkeeper.domain.behavior.BehaviorRefusal.VoidsItself;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;

/** What comes before its sale waits for it; what is voided had never been. */
class LateSaleTest {
    private static final StoreId LEEDS = new StoreId("leeds");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ReceiptId SALE =
            ReceiptId.atTill(LEEDS, "07", DAY, "000123", DAY.atTime(9, 0));
    private static final ReceiptId SAME_NUMBER =
            ReceiptId.atTill(LEEDS, "07", DAY, "000123", DAY.atTime(17, 0));
    private static final ReceiptId PRINTED = ReceiptId.printed(LEEDS, "07", DAY, "000123");
    private static final Optional<CustomerId> ANN = Optional.of(new CustomerId("ann"));
    private static final Optional<StoreId> HERE = Optional.of(LEEDS);
    private static final Moment MORNING = Moment.at(Instant.parse("2026-11-20T09:00:00Z"));
    private static final Moment NOON = Moment.at(MORNING.received().plus(Duration.ofHours(3)));
    private static final ProductId SOCKS = new ProductId("socks");

    @Test
    void a_return_before_its_sale_waits() {
        story().when(back("r-2", SALE, "1")).then(parked("r-2", SALE, "1"));
        assertThat(story().given(parked("r-2", SALE, "1")).state().waiting())
                .containsExactly(parked("r-2", SALE, "1"));
    }

    @Test
    void when_the_sale_comes_both_are_applied_at_their_own_times() {
        story().given(parked("r-2", SALE, "1"))
                .when(buys(SALE, "3"))
                .then(bought(SALE, "3"), returned("r-2", "1"));
    }

    @Test
    void nothing_waits_twice() {
        var sale =
                story().given(parked("r-2", SALE, "1"), bought(SALE, "3"), returned("r-2", "1"))
                        .state();

        assertThat(sale.waiting()).isEmpty();
        assertThat(sale.left()).containsEntry(SOCKS, new BigDecimal("2"));
    }

    @Test
    void a_return_may_name_the_sale_as_it_was_printed() {
        story().given(parked("r-2", PRINTED, "1"))
                .when(buys(SALE, "3"))
                .then(bought(SALE, "3"), returned("r-2", "1"));
    }

    @Test
    void a_sale_of_the_same_number_at_another_time_is_another_sale() {
        var sale = story().given(bought(SAME_NUMBER, "3")).state();

        assertThat(sale.kept()).isEmpty();
        assertThat(
                        story().given(bought(SALE, "3"), voidedOf(SAME_NUMBER))
                                .state()
                                .kept()
                                .orElseThrow()
                                .voided())
                .isFalse();
    }

    @Test
    void what_waited_and_cannot_be_true_is_said_to_be_refused() {
        story().given(parked("r-2", SALE, "2"), parked("r-3", SALE, "2"))
                .when(buys(SALE, "3"))
                .then(
                        bought(SALE, "3"),
                        returned("r-2", "2"),
                        refused("r-3", new MoreReturnedThanBought(SOCKS)));
    }

    @Test
    void a_sale_is_voided_by_the_receipt_that_names_it() {
        story().given(bought(SALE, "3")).when(voids("r-9", SALE)).then(voided("r-9", "3", "5.97"));
    }

    @Test
    void a_void_takes_what_had_not_come_back() {
        story().given(bought(SALE, "3"), returned("r-2", "1"))
                .when(voids("r-9", SALE))
                .then(voided("r-9", "2", "3.98"));
    }

    @Test
    void a_sale_is_voided_once() {
        var voided = story().given(bought(SALE, "3"), voided("r-9", "3", "5.97"));

        voided.when(voids("r-10", SALE)).thenRefused(new AlreadyVoided(SALE));
        voided.when(back("r-2", SALE, "1")).thenRefused(new AlreadyVoided(SALE));
    }

    @Test
    void a_void_before_its_sale_waits_and_takes_what_the_returns_leave() {
        story().when(voids("r-9", SALE)).then(voidParked());
        story().given(voidParked(), parked("r-2", SALE, "1"))
                .when(buys(SALE, "3"))
                .then(bought(SALE, "3"), returned("r-2", "1"), voided("r-9", "2", "3.98"));
    }

    @Test
    void a_second_void_that_waited_is_refused() {
        var second =
                new VoidParked(
                        new ReceiptId("r-10"), SALE, VoidReason.VOIDED, HERE, Via.till(), NOON);

        story().given(voidParked(), second)
                .when(buys(SALE, "1"))
                .then(
                        bought(SALE, "1"),
                        voided("r-9", "1", "1.99"),
                        refused("r-10", new AlreadyVoided(SALE)));
        assertThat(
                        story().given(
                                        voidParked(),
                                        second,
                                        bought(SALE, "1"),
                                        voided("r-9", "1", "1.99"),
                                        refused("r-10", new AlreadyVoided(SALE)))
                                .state()
                                .waiting())
                .isEmpty();
    }

    @Test
    void a_receipt_does_not_void_itself() {
        story().when(voids(SALE.value(), SALE)).thenRefused(new VoidsItself());
        story().when(voids(SALE.value(), PRINTED)).thenRefused(new VoidsItself());
    }

    @Test
    void a_sale_is_paid_back_in_its_own_currency() {
        var line = ReceiptLine.of(SOCKS, BigDecimal.ONE, Money.of("1.99", "EUR"));
        var euros =
                new RecordReturn(
                        new ReceiptId("r-2"),
                        Optional.of(SALE),
                        ANN,
                        HERE,
                        List.of(line),
                        line.extended(),
                        Via.till(),
                        NOON);

        story().given(bought(SALE, "3")).when(euros).thenRefused(new OtherCurrency(SALE));
    }

    @Test
    void training_and_cancelled_receipts_sell_nothing() {
        for (var practice : Practice.values()) {
            story().when(new RecordPractice(SALE, practice, HERE, Via.till(), NOON))
                    .then(new NothingSold(SALE, practice, HERE, Via.till(), NOON));
        }
    }

    @Test
    void the_content_of_a_void_tells_what_it_voids() {
        assertThat(voids("r-9", SALE).content()).isEqualTo(voids("r-8", SALE).content());
        assertThat(voids("r-9", SALE).content()).isNotEqualTo(voids("r-9", PRINTED).content());
        assertThat(new RecordPractice(SALE, Practice.TRAINING, HERE, Via.till(), NOON).content())
                .isNotEqualTo(
                        new RecordPractice(SALE, Practice.CANCELLED, HERE, Via.till(), NOON)
                                .content());
    }

    private static Story<Sale, BehaviorCommand, BehaviorEvent, BehaviorRefusal> story() {
        return new Story<>(Sale.of(SALE), Sale::decide, Sale::evolve);
    }

    private static RecordPurchase buys(ReceiptId receipt, String pieces) {
        var line = socks(pieces);
        return new RecordPurchase(
                receipt,
                ANN,
                HERE,
                List.of(line),
                Money.of("0", "GBP"),
                line.extended(),
                Via.till(),
                MORNING);
    }

    private static BehaviorEvent bought(ReceiptId receipt, String pieces) {
        var line = socks(pieces);
        return new PurchaseRecorded(
                receipt,
                ANN,
                HERE,
                List.of(line),
                Money.of("0", "GBP"),
                line.extended(),
                Via.till(),
                MORNING);
    }

    private static RecordReturn back(String receipt, ReceiptId sale, String pieces) {
        var line = socks(pieces);
        return new RecordReturn(
                new ReceiptId(receipt),
                Optional.of(sale),
                Optional.empty(),
                HERE,
                List.of(line),
                line.extended(),
                Via.till(),
                NOON);
    }

    private static ReturnParked parked(String receipt, ReceiptId sale, String pieces) {
        var line = socks(pieces);
        return new ReturnParked(
                new ReceiptId(receipt),
                sale,
                Optional.empty(),
                HERE,
                List.of(line),
                line.extended(),
                Via.till(),
                NOON);
    }

    private static BehaviorEvent returned(String receipt, String pieces) {
        var line = socks(pieces);
        return new ReturnRecorded(
                new ReceiptId(receipt),
                Optional.of(SALE),
                ANN,
                HERE,
                List.of(line),
                line.extended(),
                List.of(),
                Via.till(),
                NOON);
    }

    private static BehaviorEvent refused(String receipt, BehaviorRefusal why) {
        return new ParkedRefused(new ReceiptId(receipt), SALE, why.code(), why.words(), HERE, NOON);
    }

    private static RecordVoid voids(String receipt, ReceiptId sale) {
        return new RecordVoid(
                new ReceiptId(receipt), sale, VoidReason.VOIDED, HERE, Via.till(), NOON);
    }

    private static VoidParked voidParked() {
        return new VoidParked(
                new ReceiptId("r-9"), SALE, VoidReason.VOIDED, HERE, Via.till(), NOON);
    }

    private static BehaviorEvent voided(String receipt, String left, String total) {
        return new PurchaseVoided(
                new ReceiptId(receipt),
                SALE,
                VoidReason.VOIDED,
                ANN,
                HERE,
                Map.of(SOCKS, new BigDecimal(left)),
                Money.of(total, "GBP"),
                Via.till(),
                NOON);
    }

    private static BehaviorEvent voidedOf(ReceiptId other) {
        return new PurchaseVoided(
                new ReceiptId("r-9"),
                other,
                VoidReason.VOIDED,
                ANN,
                HERE,
                Map.of(),
                Money.of("0", "GBP"),
                Via.till(),
                NOON);
    }

    private static ReceiptLine socks(String pieces) {
        return ReceiptLine.of(SOCKS, new BigDecimal(pieces), Money.of("1.99", "GBP"));
    }
}
