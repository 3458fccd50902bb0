package shopkeeper.persistence.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.eventlog.UnreadableFact;
import shopkeeper.persistence.feed.FollowedLog;

/** Receipts that others bring back, that share a printed number, or of which newer nodes tell. */
class ReceiptsThatManySpeakOfTest {
    private static final StoreId BERN = new StoreId("bern");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 29);
    private static final CustomerId ANN = new CustomerId("c-ann");
    private static final CustomerId BOB = new CustomerId("c-bob");

    private final FollowedLog shop = new FollowedLog();
    private final RecordReceipt receipts =
            BehaviorModule.recordReceipt(BehaviorPersistence.sales(shop.log()));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void what_a_friend_brings_back_is_told_and_the_friends_own_is_not() {
        buys(receipt("000001", 9), ANN);
        buys(receipt("000002", 9), BOB);
        brings("000003", receipt("000001", 9), BOB);

        assertThat(told(ANN)).containsExactly(receipt("000001", 9), receipt("000003", 12));
    }

    @Test
    void a_till_that_starts_its_numbers_again_mixes_no_customers() {
        buys(receipt("000001", 9), ANN);
        buys(receipt("000001", 11), BOB);

        assertThat(told(ANN)).containsExactly(receipt("000001", 9));
        assertThat(told(BOB)).containsExactly(receipt("000001", 11));
    }

    @Test
    void nothing_is_decided_about_a_receipt_of_which_only_a_newer_node_knows_all() {
        var sale = receipt("000001", 9);
        buys(sale, ANN);
        brings("000002", sale, ANN);
        shop.sql()
                .update(EVENT)
                .set(EVENT.NAME, "behavior.return-corrected")
                .where(EVENT.NAME.eq("behavior.return-recorded"))
                .execute();

        try (var older = shop.open()) {
            var sales = BehaviorModule.recordReceipt(BehaviorPersistence.sales(older));
            assertThatThrownBy(() -> sales.record(back("000003", sale, ANN)))
                    .isInstanceOf(UnreadableFact.class);
        }
    }

    private List<ReceiptId> told(CustomerId customer) {
        var then = new Then(Set.of(customer), shop.log().head(), FollowedLog.NOON);
        return BehaviorPersistence.pastPurchases(shop.log()).of(then).stream()
                .map(BehaviorEvent::receipt)
                .toList();
    }

    private void buys(ReceiptId receipt, CustomerId customer) {
        receipts.record(
                new RecordPurchase(
                        receipt,
                        Optional.of(customer),
                        Optional.of(BERN),
                        List.of(tea()),
                        Money.of("0", "EUR"),
                        tea().extended(),
                        Via.till(),
                        Moment.at(FollowedLog.NOON)));
    }

    private void brings(String sequence, ReceiptId sale, CustomerId customer) {
        receipts.record(back(sequence, sale, customer));
    }

    private static RecordReturn back(String sequence, ReceiptId sale, CustomerId customer) {
        return new RecordReturn(
                receipt(sequence, 12),
                Optional.of(sale),
                Optional.of(customer),
                Optional.of(BERN),
                List.of(tea()),
                tea().extended(),
                Via.till(),
                Moment.at(FollowedLog.NOON));
    }

    private static ReceiptLine tea() {
        return ReceiptLine.of(new ProductId("tea"), BigDecimal.ONE, Money.of("5", "EUR"));
    }

    private static ReceiptId receipt(String sequence, int hour) {
        return ReceiptId.atTill(BERN, "07", DAY, sequence, DAY.atTime(hour, 0));
    }
}
