package shopkeeper.domain.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.StoreId;

class ReceiptIdTest {
    private static final StoreId STORE = new StoreId("0042");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void a_store_and_a_till_whose_names_hold_a_hyphen_are_not_taken_for_others() {
        var begin = DAY.atTime(9, 0);

        assertThat(ReceiptId.atTill(new StoreId("A-B"), "C", DAY, "1", begin))
                .isNotEqualTo(ReceiptId.atTill(new StoreId("A"), "B-C", DAY, "1", begin));
    }

    @Test
    void a_till_receipt_is_known_by_store_till_day_sequence_and_begin() {
        var id = ReceiptId.atTill(STORE, "07", DAY, "000123", DAY.atTime(11, 41, 2));

        assertThat(id).hasToString("0042/07/2026-11-20/000123/20261120T114102");
    }

    @Test
    void a_sequence_that_restarts_the_same_day_is_another_receipt() {
        assertThat(ReceiptId.atTill(STORE, "07", DAY, "1", DAY.atTime(9, 0)))
                .isNotEqualTo(ReceiptId.atTill(STORE, "07", DAY, "1", DAY.atTime(17, 0)));
    }

    @Test
    void the_business_day_is_not_always_the_calendar_day() {
        var afterMidnight = LocalDateTime.of(2026, 11, 21, 0, 30);

        assertThat(ReceiptId.atTill(STORE, "07", DAY, "9", afterMidnight).value())
                .isEqualTo("0042/07/2026-11-20/9/20261121T003000");
    }

    @Test
    void an_order_is_known_by_its_shop_and_number() {
        assertThat(ReceiptId.order("web", "O-900")).hasToString("web:O-900");
    }

    @Test
    void a_receipt_is_its_own_message() {
        assertThat(new ReceiptId("r-1").asMessage()).isEqualTo(new MessageId("receipt", "r-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptId("r 1"));
    }
}
