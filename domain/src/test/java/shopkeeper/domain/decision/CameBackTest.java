package shopkeeper.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.Practice;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.behavior.VoidReason;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;

class CameBackTest {
    private static final Instant DECIDED = Instant.parse("2026-10-25T00:59:30.5Z");
    private static final ProductId BOOTS = new ProductId("boots");
    private static final ProductId SOCKS = new ProductId("socks");
    private static final Optional<ReturnReason> SMALL = Optional.of(ReturnReason.TOO_SMALL);
    private static final Optional<ReturnReason> UNSAID = Optional.empty();

    @Test
    void all_of_it_came_back() {
        assertThat(cameBack(bought("r-1", 60, BOOTS, 2), back("r-1", 90, BOOTS, 2, SMALL)))
                .containsExactly(new CameBack(BOOTS, true, SMALL, DECIDED.plusSeconds(90)));
    }

    @Test
    void a_part_came_back() {
        assertThat(cameBack(bought("r-1", 60, BOOTS, 2), back("r-1", 90, BOOTS, 1, SMALL)))
                .containsExactly(new CameBack(BOOTS, false, SMALL, DECIDED.plusSeconds(90)));
    }

    @Test
    void in_two_parts_the_last_reason_that_was_given_counts() {
        assertThat(
                        cameBack(
                                bought("r-1", 60, BOOTS, 2),
                                back("r-1", 90, BOOTS, 1, SMALL),
                                back("r-1", 99, BOOTS, 1, UNSAID)))
                .containsExactly(new CameBack(BOOTS, true, SMALL, DECIDED.plusSeconds(99)));
    }

    @Test
    void what_was_bought_again_and_kept_came_back_in_part() {
        assertThat(
                        cameBack(
                                bought("r-1", 60, BOOTS, 1),
                                back("r-1", 90, BOOTS, 1, SMALL),
                                bought("r-2", 120, BOOTS, 1)))
                .containsExactly(new CameBack(BOOTS, false, SMALL, DECIDED.plusSeconds(90)));
    }

    @Test
    void twice_bought_and_twice_brought_back_is_told_once_with_the_later_one() {
        assertThat(
                        cameBack(
                                bought("r-1", 60, BOOTS, 1),
                                bought("r-2", 61, BOOTS, 1),
                                back("r-2", 80, BOOTS, 1, SMALL),
                                back("r-1", 90, BOOTS, 1, UNSAID)))
                .containsExactly(new CameBack(BOOTS, true, SMALL, DECIDED.plusSeconds(90)));
    }

    @Test
    void what_was_kept_was_not_suggested_or_bought_before_is_not_told() {
        assertThat(cameBack(bought("r-1", 60, BOOTS, 1))).isEmpty();
        assertThat(cameBack(bought("r-1", 60, SOCKS, 1), back("r-1", 90, SOCKS, 1, SMALL)))
                .isEmpty();
        assertThat(cameBack(bought("r-1", -60, BOOTS, 1), back("r-1", 90, BOOTS, 1, SMALL)))
                .isEmpty();
    }

    @Test
    void a_receipt_of_the_same_second_counts_as_later() {
        var same = bought("r-1", 0, BOOTS, 1);

        assertThat(cameBack(same, back("r-1", 90, BOOTS, 1, SMALL))).hasSize(1);
    }

    @Test
    void two_weeks_later_it_has_other_reasons() {
        long last = Duration.ofDays(14).toSeconds();

        assertThat(cameBack(bought("r-1", last, BOOTS, 1), back("r-1", last + 9, BOOTS, 1, SMALL)))
                .hasSize(1);
        assertThat(
                        cameBack(
                                bought("r-1", last + 1, BOOTS, 1),
                                back("r-1", last + 9, BOOTS, 1, SMALL)))
                .isEmpty();
    }

    @Test
    void without_a_receipt_it_is_the_last_purchase_of_that_product() {
        var loose = back(Optional.empty(), "x-1", 99, BOOTS, 1, UNSAID);

        assertThat(cameBack(bought("r-1", 60, BOOTS, 1), loose)).hasSize(1);
        assertThat(cameBack(loose)).isEmpty();
        assertThat(cameBack(bought("r-0", -99, BOOTS, 1), loose)).isEmpty();
    }

    @Test
    void what_was_voided_was_never_bought() {
        assertThat(
                        cameBack(
                                bought("r-1", 60, BOOTS, 2),
                                back("r-1", 90, BOOTS, 1, SMALL),
                                voided("v-1", "r-1", 99),
                                new NothingSold(
                                        new ReceiptId("t-1"),
                                        Practice.TRAINING,
                                        Optional.empty(),
                                        Via.till(),
                                        at(100))))
                .isEmpty();
    }

    @Test
    void what_was_bought_under_another_name_may_stand_after_its_return() {
        assertThat(cameBack(back("r-1", 90, BOOTS, 1, SMALL), bought("r-1", 60, BOOTS, 1)))
                .containsExactly(new CameBack(BOOTS, true, SMALL, DECIDED.plusSeconds(90)));
    }

    @Test
    void after_a_void_a_return_without_a_receipt_is_of_the_purchase_before() {
        var loose = back(Optional.empty(), "x-1", 99, BOOTS, 1, SMALL);

        assertThat(
                        cameBack(
                                bought("r-1", 60, BOOTS, 1),
                                bought("r-2", 70, BOOTS, 1),
                                voided("v-1", "r-2", 80),
                                loose))
                .containsExactly(new CameBack(BOOTS, true, SMALL, DECIDED.plusSeconds(99)));
    }

    private static PurchaseVoided voided(String receipt, String sale, long after) {
        return new PurchaseVoided(
                new ReceiptId(receipt),
                new ReceiptId(sale),
                VoidReason.VOIDED,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Money.of("0", "GBP"),
                Via.till(),
                at(after));
    }

    private static List<CameBack> cameBack(BehaviorEvent... facts) {
        return CameBack.of(Set.of(BOOTS), DECIDED, List.of(facts));
    }

    private static PurchaseRecorded bought(String receipt, long after, ProductId product, int n) {
        return new PurchaseRecorded(
                new ReceiptId(receipt),
                Optional.of(new CustomerId("c-1")),
                Optional.empty(),
                List.of(line(product, n)),
                Money.of("0", "GBP"),
                Money.of("1.99", "GBP").times(new BigDecimal(n)),
                Via.till(),
                at(after));
    }

    private static ReturnRecorded back(
            String sale, long after, ProductId product, int n, Optional<ReturnReason> why) {
        return back(
                Optional.of(new ReceiptId(sale)), sale + "-back-" + after, after, product, n, why);
    }

    private static ReturnRecorded back(
            Optional<ReceiptId> sale,
            String receipt,
            long after,
            ProductId product,
            int n,
            Optional<ReturnReason> why) {
        return new ReturnRecorded(
                new ReceiptId(receipt),
                sale,
                Optional.of(new CustomerId("c-1")),
                Optional.empty(),
                List.of(line(product, n)),
                why.map(said -> Map.of(product, said)).orElse(Map.of()),
                Money.of("1.99", "GBP").times(new BigDecimal(n)),
                List.of(),
                Via.till(),
                at(after));
    }

    private static ReceiptLine line(ProductId product, int n) {
        return ReceiptLine.of(product, new BigDecimal(n), Money.of("1.99", "GBP"));
    }

    /** Receipts know seconds only. */
    private static Moment at(long secondsLater) {
        return Moment.at(
                secondsLater == 0
                        ? Instant.ofEpochSecond(DECIDED.getEpochSecond())
                        : DECIDED.plusSeconds(secondsLater));
    }
}
