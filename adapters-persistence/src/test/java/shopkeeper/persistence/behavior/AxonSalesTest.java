package shopkeeper.persistence.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.feed.FollowedLog.NOON;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.BehaviorRefusal.MoreReturnedThanBought;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Outcome.Refused;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Recorded.Conflict;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.kernel.Recorded.Duplicate;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.eventlog.Racers;
import shopkeeper.persistence.feed.FollowedLog;

class AxonSalesTest {
    private static final CustomerId ANN = new CustomerId("c-ann");
    private static final StoreId BERN = new StoreId("bern");
    private static final ProductId MUG = new ProductId("85123A");
    // A web shop's order has a colon, as tags have.
    private static final ReceiptId ORDER = ReceiptId.order("web", "1001");

    private final FollowedLog shop = new FollowedLog();
    private final RecordReceipt receipts =
            BehaviorModule.recordReceipt(BehaviorPersistence.sales(shop.log()));

    @AfterEach
    void close() {
        shop.close();
    }

    private static ReceiptLine mugs(int pieces) {
        return ReceiptLine.of(MUG, BigDecimal.valueOf(pieces), Money.of("2.55", "GBP"));
    }

    private static RecordPurchase bought(ReceiptId receipt, int pieces) {
        var line = mugs(pieces);
        return new RecordPurchase(
                receipt,
                Optional.of(ANN),
                Optional.empty(),
                List.of(line),
                Money.of("0.00", "GBP"),
                line.extended(),
                Via.web(),
                Moment.at(NOON));
    }

    private static RecordReturn broughtBack(String receipt, Optional<ReceiptId> sale, int pieces) {
        var line = mugs(pieces);
        return new RecordReturn(
                new ReceiptId(receipt),
                sale,
                Optional.empty(),
                Optional.empty(),
                List.of(line),
                line.extended(),
                Via.till(),
                Moment.at(NOON.plusSeconds(3600)));
    }

    private static ReturnRecorded returned(Recorded<BehaviorEvent, BehaviorRefusal> recorded) {
        if (recorded
                        instanceof
                        Decided<BehaviorEvent, BehaviorRefusal>(
                                Accepted<BehaviorEvent, BehaviorRefusal> accepted,
                                _)
                && accepted.facts().getFirst() instanceof ReturnRecorded returned) {
            return returned;
        }
        throw new AssertionError("no return: " + recorded);
    }

    @Test
    void the_same_receipt_three_times_counts_once() {
        assertThat(receipts.record(bought(ORDER, 3))).isInstanceOf(Decided.class);
        assertThat(receipts.record(bought(ORDER, 3))).isEqualTo(new Duplicate<>(new Position(1)));
        assertThat(receipts.record(bought(ORDER, 3))).isEqualTo(new Duplicate<>(new Position(1)));
        assertThat(shop.log().head()).isEqualTo(new Position(1));
    }

    @Test
    void the_same_receipt_with_other_content_is_a_conflict() {
        receipts.record(bought(ORDER, 3));
        assertThat(receipts.record(bought(ORDER, 4)))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        told -> {
                            assertThat(told.position()).isEqualTo(new Position(1));
                            assertThat(told.contents().first())
                                    .isNotEmpty()
                                    .isNotEqualTo(told.contents().second());
                        });
        assertThat(receipts.record(broughtBack(ORDER.value(), Optional.empty(), 3)))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        told -> {
                            assertThat(told.position()).isEqualTo(new Position(1));
                            assertThat(told.contents().first())
                                    .isNotEmpty()
                                    .isNotEqualTo(told.contents().second());
                        });
        assertThat(shop.log().head()).isEqualTo(new Position(1));
    }

    @Test
    void eight_who_bring_one_receipt_at_once_have_one_effect() {
        var answers = Racers.race(8, _ -> receipts.record(bought(ORDER, 3)));
        assertThat(answers).filteredOn(answer -> answer instanceof Decided).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Decided))
                .hasSize(7)
                .containsOnly(new Duplicate<>(new Position(1)));
        assertThat(shop.log().head()).isEqualTo(new Position(1));
    }

    @Test
    void a_return_is_linked_to_its_sale_and_to_the_one_who_bought() {
        receipts.record(bought(ORDER, 3));
        var returned = returned(receipts.record(broughtBack("back-1", Optional.of(ORDER), 1)));
        assertThat(returned.sale()).contains(ORDER);
        assertThat(returned.customer()).contains(ANN);
    }

    @Test
    void no_more_comes_back_than_was_bought_and_not_returned_yet() {
        receipts.record(bought(ORDER, 3));
        receipts.record(broughtBack("back-1", Optional.of(ORDER), 2));
        assertThat(receipts.record(broughtBack("back-2", Optional.of(ORDER), 2)))
                .isEqualTo(
                        new Decided<>(
                                Outcome.refused(new MoreReturnedThanBought(MUG)), new Position(2)));
        assertThat(returned(receipts.record(broughtBack("back-3", Optional.of(ORDER), 1))))
                .isNotNull();
    }

    @Test
    void eight_returns_of_one_sale_at_once_bring_back_no_more_than_was_bought() {
        receipts.record(bought(ORDER, 3));
        var answers =
                Racers.race(
                        8,
                        racer ->
                                receipts.record(
                                        broughtBack("back-" + racer, Optional.of(ORDER), 1)));
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Decided<?, ?>(Accepted<?, ?> _, _))
                .hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Decided<?, ?>(Refused<?, ?> _, _))
                .hasSize(5);
        assertThat(shop.log().head()).isEqualTo(new Position(4));
    }

    @Test
    void a_return_that_arrives_before_its_sale_waits_for_it_and_survives_a_restart() {
        var back = broughtBack("back-1", Optional.of(ORDER), 1);
        assertThat(receipts.record(back).position()).isEqualTo(new Position(1));
        try (var other = shop.open()) {
            var elsewhere = BehaviorModule.recordReceipt(BehaviorPersistence.sales(other));
            assertThat(elsewhere.record(back)).isEqualTo(new Duplicate<>(new Position(1)));
            assertThat(elsewhere.record(bought(ORDER, 3)).position()).isEqualTo(new Position(3));
        }
        assertThat(receipts.record(bought(ORDER, 3))).isEqualTo(new Duplicate<>(new Position(3)));
        assertThat(receipts.record(broughtBack("back-2", Optional.of(ORDER), 3)))
                .isEqualTo(
                        new Decided<>(
                                Outcome.refused(new MoreReturnedThanBought(MUG)), new Position(3)));
        assertThat(returned(receipts.record(broughtBack("back-3", Optional.of(ORDER), 2))))
                .isNotNull();
    }

    @Test
    void eight_returns_and_their_sale_at_once_are_each_applied_once() {
        Racers.race(
                9,
                racer ->
                        receipts.record(
                                racer == 4
                                        ? bought(ORDER, 8)
                                        : broughtBack("back-" + racer, Optional.of(ORDER), 1)));
        assertThat(receipts.record(broughtBack("one-more", Optional.of(ORDER), 1)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided ->
                                assertThat(decided.outcome())
                                        .isEqualTo(
                                                Outcome.refused(new MoreReturnedThanBought(MUG))));
    }

    @Test
    void a_return_may_name_its_sale_as_the_till_printed_it() {
        var day = LocalDate.of(2026, 3, 29);
        var sale = ReceiptId.atTill(BERN, "7", day, "000123", day.atTime(9, 0));
        var printed = ReceiptId.printed(BERN, "7", day, "000123");
        receipts.record(broughtBack("back-1", Optional.of(printed), 1));
        receipts.record(bought(sale, 3));
        var second = returned(receipts.record(broughtBack("back-2", Optional.of(printed), 1)));
        assertThat(second.sale()).contains(sale);
        assertThat(receipts.record(broughtBack("back-3", Optional.of(sale), 2)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.outcome()).isInstanceOf(Refused.class));
    }

    @Test
    void a_return_without_a_receipt_names_where_it_may_belong() {
        receipts.record(bought(ORDER, 1));
        receipts.record(bought(ReceiptId.order("web", "1002"), 2));
        var back = broughtBack("back-1", Optional.empty(), 2);
        var byAnn =
                new RecordReturn(
                        back.receipt(),
                        back.sale(),
                        Optional.of(ANN),
                        back.store(),
                        back.lines(),
                        back.total(),
                        back.via(),
                        back.at());
        assertThat(returned(receipts.record(byAnn)).candidates())
                .containsExactly(ReceiptId.order("web", "1002"));
    }

    @Test
    void a_return_without_a_receipt_takes_nothing_from_any_sale() {
        receipts.record(bought(ORDER, 1));
        assertThat(returned(receipts.record(broughtBack("back-1", Optional.empty(), 5))).customer())
                .isEmpty();
        assertThat(
                        returned(receipts.record(broughtBack("back-2", Optional.of(ORDER), 1)))
                                .customer())
                .contains(ANN);
    }
}
