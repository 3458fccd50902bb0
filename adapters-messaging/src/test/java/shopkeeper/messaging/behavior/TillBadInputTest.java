package shopkeeper.messaging.behavior;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnParked;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.VoidParked;
import shopkeeper.domain.behavior.VoidReason;
import shopkeeper.domain.kernel.Money;
import shopkeeper.messaging.Samples;
import shopkeeper.messaging.Shop;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.Desk;
import shopkeeper.messaging.kernel.Incoming;

/** What tills get wrong, what they may, and what is then said to them. */
class TillBadInputTest {
    private static final String ADDRESS = "pos.transactions";

    private final Shop shop = new Shop();
    private final Desk desk = desk();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"net\":\"37.58\"|\"net\":\"37.59\"|REFUSED|sums-do-not-add",
                "\"qty\":\"2\"|\"qty\":\"2147483648\"|QUARANTINED|malformed",
                "\"qty\":\"2\"|\"qty\":\"0\"|QUARANTINED|malformed",
                "\"qty\":\"2\"|\"qty\":\"NaN\"|QUARANTINED|malformed",
                "\"currency\":\"EUR\"|\"currency\":\"KWDX\"|QUARANTINED|malformed",
                "\"currency\":\"EUR\"|\"currency\":\"JPY\"|QUARANTINED|malformed",
                "completed.v1|completed.v2|QUARANTINED|unknown-version",
                "completed.v1|pondered.v1|QUARANTINED|unknown-type",
                "\"id\":\"0042\"|\"id\":\"0043\"|QUARANTINED|malformed",
                "\"workstation\":\"07\"|\"workstation\":\"08\"|QUARANTINED|malformed",
                "\"sequence\":\"000123\"|\"sequence\":\"00 123\"|QUARANTINED|malformed"
            })
    void what_cannot_be_true_is_said_and_kept(String right, String wrong, Kind kind, String code) {
        var sale = Samples.sale("000123");
        assertThat(sale).contains(right);
        var outcome = hear(sale.replace(right, wrong));
        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.reason().orElseThrow().code()).isEqualTo(code);
        assertThat(shop.kept()).hasSize(1);
        assertThat(shop.log.facts()).isEmpty();
    }

    @Test
    void a_bar_code_with_a_wrong_check_digit_is_taken_and_flagged() {
        var outcome = hear(Samples.sale("1").replace("09521234543213", "09521234543214"));
        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(outcome.reason().orElseThrow().code()).isEqualTo("check-digit");
    }

    @Test
    void lost_leading_zeros_make_no_other_product_and_no_other_receipt() {
        hear(Samples.sale("000123"));
        var again =
                Samples.sale("123")
                        .replace("\"gtin\":\"09521234543213\"", "\"gtin\":\"9521234543213\"");
        assertThat(hear(again).kind()).isEqualTo(Kind.DUPLICATE);
    }

    @Test
    void a_sequence_that_rolled_over_is_another_receipt() {
        hear(Samples.sale("1"));
        var later = Samples.sale("1").replace("T11:41:02", "T17:41:02");
        assertThat(hear(later).kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(shop.log.facts(PurchaseRecorded.class)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"KWD, 1.234, 1.234", "JPY, 1500, 1500", "EUR, 19.95, 19.95"})
    void each_currency_has_its_own_digits(String currency, String price, String total) {
        assertThat(hear(oneThing("7", currency, price, total, "")).kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(shop.log.facts(PurchaseRecorded.class).getFirst().total())
                .isEqualTo(Money.of(total, currency));
    }

    @Test
    void an_hour_that_does_not_exist_is_read_as_the_one_after() {
        var night =
                oneThing("7", "EUR", "1.01", "1.01", "\"zone\":\"Europe/Berlin\",")
                        .replace("2026-11-20T12:00:00", "2026-03-29T02:30:00");
        assertThat(hear(night).kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(shop.log.facts(PurchaseRecorded.class).getFirst().at().occurred())
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void a_return_before_its_sale_waits_and_says_so_again() {
        assertThat(hear(back("9", "000123")).kind()).isEqualTo(Kind.PARKED);
        var again = hear(back("9", "000123"));
        assertThat(again.kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(shop.log.facts(ReturnParked.class)).hasSize(1);
        hear(Samples.sale("000123"));
        assertThat(shop.log.facts(ReturnRecorded.class)).hasSize(1);
        assertThat(shop.kept()).isEmpty();
    }

    @Test
    void a_void_is_taken_once_and_only_for_the_own_store() {
        hear(Samples.sale("000123"));
        assertThat(hear(undo("voided", "900", link("0042", "000123"))).kind())
                .isEqualTo(Kind.ACCEPTED);
        assertThat(hear(undo("voided", "900", link("0042", "000123"))).kind())
                .isEqualTo(Kind.DUPLICATE);
        assertThat(
                        hear(undo("voided", "901", link("0042", "000123")))
                                .reason()
                                .orElseThrow()
                                .code())
                .isEqualTo("already-voided");
        assertThat(hear(undo("voided", "902", link("0043", "000123"))).kind())
                .isEqualTo(Kind.QUARANTINED);
        assertThat(hear(undo("voided", "903", "")).kind()).isEqualTo(Kind.QUARANTINED);
        assertThat(shop.log.facts(PurchaseVoided.class)).hasSize(1);
    }

    @Test
    void an_offline_sale_that_is_rejected_is_voided_also_when_that_is_heard_first() {
        var rejected = undo("rejected", "000123", "").replace("T12:00:00", "T11:41:02");
        assertThat(hear(rejected).kind()).isEqualTo(Kind.PARKED);
        assertThat(shop.log.facts(VoidParked.class).getFirst().reason())
                .isEqualTo(VoidReason.REJECTED);
        hear(Samples.sale("000123"));
        assertThat(shop.log.facts(PurchaseVoided.class)).hasSize(1);
    }

    @Test
    void training_is_counted_once() {
        var training = Samples.sale("1", "37.58", "\"training\":true");
        assertThat(hear(training).kind()).isEqualTo(Kind.IGNORED);
        assertThat(hear(training).kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(shop.log.facts(NothingSold.class)).hasSize(1);
    }

    private static String oneThing(
            String sequence, String currency, String price, String net, String more) {
        return Samples.event(
                "retail.pos.transaction.completed.v1",
                "one-" + sequence,
                """
                {"store":{"id":"0042"},"workstation":"07","businessDay":"2026-11-20","sequence":"%s",
                 "begin":"2026-11-20T12:00:00",%s"currency":"%s",
                 "lines":[{"sku":"A","qty":"1","unitPrice":"%s"}],"totals":{"net":"%s"}}
                """
                        .formatted(sequence, more, currency, price, net));
    }

    private static String back(String sequence, String sale) {
        return Samples.event(
                "retail.pos.return.recorded.v1",
                "back-" + sequence,
                """
                {"store":{"id":"0042"},"workstation":"07","businessDay":"2026-11-20","sequence":"%s",
                 "begin":"2026-11-20T12:00:00","currency":"EUR",%s
                 "lines":[{"gtin":"09521234543213","qty":"1","unitPrice":"19.95"}],
                 "totals":{"net":"-19.95"}}
                """
                        .formatted(sequence, link("0042", sale) + ","));
    }

    private static String undo(String happened, String sequence, String link) {
        return Samples.event(
                "retail.pos.transaction." + happened + ".v1",
                "undo-" + sequence,
                """
                {"store":{"id":"0042"},"workstation":"07","businessDay":"2026-11-20","sequence":"%s",
                 "begin":"2026-11-20T12:00:00"%s}
                """
                        .formatted(sequence, link.isEmpty() ? "" : "," + link));
    }

    private static String link(String store, String sequence) {
        return """
        "link":{"store":"%s","workstation":"07","businessDay":"2026-11-20","sequence":"%s"}\
        """
                .formatted(store, sequence);
    }

    private Outcome hear(String body) {
        return (Outcome)
                desk.take(
                        desk.open(
                                new Incoming(
                                        ADDRESS,
                                        "application/cloudevents+json",
                                        Map.of(),
                                        body.getBytes(UTF_8),
                                        Optional.of("till:0042:07"),
                                        0)));
    }

    private Desk desk() {
        var ports = shop.ports();
        return new Desk(
                Map.of(
                        ADDRESS,
                        new PosTransactionListener(
                                ports.receipts(),
                                ports.repeats(),
                                ports.customers(),
                                ports.catalog())),
                ports.quarantine(),
                InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")));
    }
}
