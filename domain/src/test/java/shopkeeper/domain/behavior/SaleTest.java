package shopkeeper.domain.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.Story;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorRefusal.MixedCurrencies;
import shopkeeper.domain.behavior.BehaviorRefusal.MoreReturnedThanBought;
import shopkeeper.domain.behavior.BehaviorRefusal.NothingOnIt;
import shopkeeper.domain.behavior.BehaviorRefusal.SumsDoNotAdd;
import shopkeeper.domain.behavior.BehaviorRefusal.WrongSign;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;

class SaleTest {
    private static final ReceiptId RECEIPT = new ReceiptId("r-1");
    private static final ReceiptId BACK = new ReceiptId("r-2");
    private static final Optional<CustomerId> ANN = Optional.of(new CustomerId("ann"));
    private static final Optional<CustomerId> BEN = Optional.of(new CustomerId("ben"));
    private static final Optional<StoreId> LEEDS = Optional.of(new StoreId("leeds"));
    private static final Moment NOW = Moment.at(Instant.parse("2026-11-20T12:00:00Z"));
    private static final ProductId SOCKS = new ProductId("socks");
    private static final ReceiptLine TWO_SOCKS = line("2", "19.95");
    private static final ReceiptLine BANANAS =
            ReceiptLine.of(new ProductId("4011"), new BigDecimal("0.842"), eur("2.00"));

    @Test
    void a_purchase_is_remembered() {
        shop().when(purchase("-4.00", "37.58", TWO_SOCKS, BANANAS))
                .then(
                        new PurchaseRecorded(
                                RECEIPT,
                                ANN,
                                LEEDS,
                                List.of(TWO_SOCKS, BANANAS),
                                eur("-4.00"),
                                eur("37.58"),
                                Via.till(),
                                NOW));
    }

    @Test
    void a_receipt_without_a_line_is_none() {
        shop().when(purchase("0.00", "0.00")).thenRefused(new NothingOnIt());
        shop().given(bought(TWO_SOCKS)).when(back(RECEIPT, ANN)).thenRefused(new NothingOnIt());
    }

    @Test
    void lines_and_discount_must_sum_to_what_was_paid() {
        shop().when(purchase("-4.00", "37.59", TWO_SOCKS, BANANAS))
                .thenRefused(new SumsDoNotAdd(eur("37.58"), eur("37.59")));
    }

    @Test
    void a_receipt_has_one_currency() {
        var pounds = ReceiptLine.of(SOCKS, BigDecimal.ONE, Money.of("1.01", "GBP"));
        var mixed =
                new ReceiptLine(
                        SOCKS, BigDecimal.ONE, Money.of("1.01", "GBP"), Money.of("1.01", "EUR"));

        shop().when(purchase("0.00", "40.91", TWO_SOCKS, pounds))
                .thenRefused(new MixedCurrencies());
        shop().when(purchase("0.00", "1.01", mixed)).thenRefused(new MixedCurrencies());
        shop().when(purchase(Money.of("0.00", "GBP"), eur("39.90"), TWO_SOCKS))
                .thenRefused(new MixedCurrencies());
        shop().given(bought(TWO_SOCKS))
                .when(back(RECEIPT, ANN, pounds))
                .thenRefused(new MixedCurrencies());
    }

    @Test
    void a_discount_never_makes_dearer_and_a_return_never_costs() {
        shop().when(purchase("0.10", "40.00", TWO_SOCKS)).thenRefused(new WrongSign("discount"));
        shop().given(bought(TWO_SOCKS))
                .when(
                        new RecordReturn(
                                BACK,
                                Optional.of(RECEIPT),
                                ANN,
                                LEEDS,
                                List.of(line("1", "19.95")),
                                eur("-19.95"),
                                Via.till(),
                                NOW))
                .thenRefused(new WrongSign("total of the return"));
    }

    @Test
    void not_more_is_paid_back_than_the_lines_are_worth() {
        shop().given(bought(TWO_SOCKS))
                .when(back(RECEIPT, ANN, line("1", "19.94")))
                .thenRefused(new SumsDoNotAdd(eur("19.94"), eur("19.95")));
    }

    @Test
    void a_return_with_its_receipt_belongs_to_the_sale() {
        shop().given(bought(TWO_SOCKS))
                .when(back(RECEIPT, Optional.empty(), line("1", "19.95")))
                .then(returned(Optional.of(RECEIPT), ANN, line("1", "19.95")));
    }

    @Test
    void whoever_is_named_on_the_return_is_credited() {
        shop().given(bought(TWO_SOCKS))
                .when(back(RECEIPT, BEN, line("1", "19.95")))
                .then(returned(Optional.of(RECEIPT), BEN, line("1", "19.95")));
    }

    @Test
    void not_more_comes_back_than_was_bought() {
        shop().given(bought(TWO_SOCKS))
                .when(back(RECEIPT, ANN, line("2", "19.95"), line("1", "19.95")))
                .thenRefused(new MoreReturnedThanBought(SOCKS));
    }

    @Test
    void what_came_back_once_does_not_come_back_again() {
        shop().given(bought(TWO_SOCKS), returned(Optional.of(RECEIPT), ANN, line("1", "19.95")))
                .when(back(RECEIPT, ANN, line("1", "19.95")))
                .then(returned(Optional.of(RECEIPT), ANN, line("1", "19.95")));
        shop().given(bought(TWO_SOCKS), returned(Optional.of(RECEIPT), ANN, line("1", "19.95")))
                .when(back(RECEIPT, ANN, line("2", "19.95")))
                .thenRefused(new MoreReturnedThanBought(SOCKS));
    }

    @Test
    void what_was_not_on_the_receipt_does_not_come_back_on_it() {
        var hat = new ProductId("hat");
        shop().given(bought(TWO_SOCKS))
                .when(back(RECEIPT, ANN, ReceiptLine.of(hat, BigDecimal.ONE, eur("19.95"))))
                .thenRefused(new MoreReturnedThanBought(hat));
    }

    @Test
    void the_sale_knows_what_is_left_of_it() {
        var sale =
                shop().given(
                                bought(TWO_SOCKS, BANANAS, line("1", "19.95")),
                                returned(Optional.of(RECEIPT), ANN, line("1", "19.95")),
                                returned(Optional.of(new ReceiptId("other")), ANN, TWO_SOCKS),
                                returned(Optional.empty(), ANN, TWO_SOCKS))
                        .state();

        assertThat(sale.left())
                .isEqualTo(
                        Map.of(
                                SOCKS,
                                new BigDecimal("2"),
                                BANANAS.product(),
                                new BigDecimal("0.842")));
    }

    @Test
    void a_line_costs_quantity_times_price_rounded_to_the_cent() {
        assertThat(BANANAS.extended()).isEqualTo(eur("1.68"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001", "0.0000001"})
    void a_quantity_is_above_zero_and_within_reason(String quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> line(quantity, "1.00"));
    }

    @ParameterizedTest
    @CsvSource({"2.50, 2.5", "1E+3, 1000", "2.0, 2", "1000000, 1000000"})
    void a_quantity_is_written_one_way(String sent, String kept) {
        assertThat(line(sent, "0.01").quantity()).isEqualTo(new BigDecimal(kept));
    }

    @Test
    void the_same_receipt_has_the_same_content_whoever_it_is_credited_to() {
        assertThat(purchase("0.00", "39.90", TWO_SOCKS).content())
                .isEqualTo(
                        new RecordPurchase(
                                        RECEIPT,
                                        BEN,
                                        LEEDS,
                                        List.of(line("2.0", "19.95")),
                                        eur("0.00"),
                                        eur("39.90"),
                                        Via.web(),
                                        new Moment(NOW.occurred(), NOW.received().plusSeconds(9)))
                                .content());
    }

    @Test
    void another_receipt_has_another_content() {
        var one = purchase("0.00", "39.90", TWO_SOCKS).content();

        assertThat(purchase("-0.01", "39.89", TWO_SOCKS).content()).isNotEqualTo(one);
        assertThat(purchase("0.00", "39.90", line("2", "19.95"), BANANAS).content())
                .isNotEqualTo(one);
        assertThat(back(RECEIPT, ANN, TWO_SOCKS).content())
                .isNotEqualTo(one)
                .isNotEqualTo(backWithoutReceipt(ANN, TWO_SOCKS).content());
    }

    private static Story<Sale, BehaviorCommand, BehaviorEvent, BehaviorRefusal> shop() {
        return new Story<>(Sale.of(RECEIPT), Sale::decide, Sale::evolve);
    }

    private static RecordPurchase purchase(String discount, String total, ReceiptLine... lines) {
        return purchase(eur(discount), eur(total), lines);
    }

    private static RecordPurchase purchase(Money discount, Money total, ReceiptLine... lines) {
        return new RecordPurchase(
                RECEIPT, ANN, LEEDS, List.of(lines), discount, total, Via.till(), NOW);
    }

    private static BehaviorEvent bought(ReceiptLine... lines) {
        return new PurchaseRecorded(
                RECEIPT, ANN, LEEDS, List.of(lines), eur("0.00"), eur("39.90"), Via.till(), NOW);
    }

    private static RecordReturn back(
            ReceiptId sale, Optional<CustomerId> customer, ReceiptLine... lines) {
        return new RecordReturn(
                BACK,
                Optional.of(sale),
                customer,
                LEEDS,
                List.of(lines),
                eur("19.95"),
                Via.till(),
                NOW);
    }

    private static RecordReturn backWithoutReceipt(
            Optional<CustomerId> customer, ReceiptLine... lines) {
        return new RecordReturn(
                BACK,
                Optional.empty(),
                customer,
                LEEDS,
                List.of(lines),
                eur("19.95"),
                Via.till(),
                NOW);
    }

    private static BehaviorEvent returned(
            Optional<ReceiptId> sale, Optional<CustomerId> customer, ReceiptLine... lines) {
        return new ReturnRecorded(
                BACK,
                sale,
                customer,
                LEEDS,
                List.of(lines),
                eur("19.95"),
                List.of(),
                Via.till(),
                NOW);
    }

    private static ReceiptLine line(String quantity, String price) {
        return ReceiptLine.of(SOCKS, new BigDecimal(quantity), eur(price));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
