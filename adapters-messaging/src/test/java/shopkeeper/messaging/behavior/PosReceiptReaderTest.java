package shopkeeper.messaging.behavior;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.domain.kernel.Money;
import shopkeeper.messaging.Samples;
import shopkeeper.messaging.Shop;
import shopkeeper.messaging.kernel.CloudEventReader;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.Till;

final class PosReceiptReaderTest {
    private final PosReceiptReader reader = new PosReceiptReader(new Shop().ports().catalog());

    @Test
    void products_discount_and_customer_are_read_and_tender_is_not() {
        var receipt = read(Samples.sale("000123"));
        assertThat(receipt.id()).hasToString("0042/07/2026-11-20/000123/20261120T114102");
        assertThat(receipt.sold()).hasSize(2);
        assertThat(receipt.sold().get(1).quantity()).isEqualTo("0.842");
        assertThat(receipt.discount()).isEqualTo(Money.of("-4.00", "EUR"));
        assertThat(receipt.customer()).hasSize(1);
    }

    @Test
    void a_local_time_without_a_zone_takes_the_offset_of_the_envelope() {
        var receipt = read(Samples.sale("1").replace(",\"zone\":\"Europe/Stockholm\"", ""));
        assertThat(receipt.occurred()).isEqualTo("2026-11-20T10:41:38Z");
    }

    @Test
    void a_time_with_an_offset_is_taken_at_its_word() {
        var receipt = read(Samples.sale("1").replace("T11:41:38\"", "T11:41:38+05:00\""));
        assertThat(receipt.occurred()).isEqualTo("2026-11-20T06:41:38Z");
    }

    @Test
    void a_void_line_does_not_count() {
        var receipt = read(Samples.sale("1").replace("\"no\":2,", "\"no\":2,\"void\":true,"));
        assertThat(receipt.sold()).hasSize(1);
    }

    @Test
    void returns_may_carry_a_minus_sign_or_none() {
        var receipt =
                read(
                        Samples.sale("1")
                                .replace(
                                        "\"no\":2,\"kind\":\"sale\"",
                                        "\"no\":2,\"kind\":\"return\"")
                                .replace("\"0.842\"", "\"-0.842\"")
                                .replace("\"1.68\"", "\"-1.68\""));
        assertThat(receipt.returnedTotal()).isEqualTo(Money.of("1.68", "EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"qty\":\"2\"|\"qty\":\"two\"|lines[0].qty",
                "\"qty\":\"2\"|\"qty\":2|lines[0].qty",
                "\"qty\":\"2\"|\"qty\":\"0\"|lines[0].qty",
                "\"39.90\"|\"39.905\"|lines[0]",
                "\"39.90\"|\"1e999999999\"|lines[0].extended",
                "\"gtin\":|\"gtni\":|gtin, posItem or sku",
                "\"-4.00\"},|\"4.00\"},|above zero",
                "\"currency\":\"EUR\"|\"currency\":\"XYZ1\"|currency",
                "\"zone\":\"Europe/Stockholm\"|\"zone\":\"Europe/Nowhere\"|zone",
                "\"begin\"|\"start\"|begin is missing",
                "\"businessDay\":\"2026-11-20\"|\"businessDay\":\"20-11-2026\"|businessDay",
                "\"store\":{\"id\":\"0042\"}|\"store\":{\"id\":\"0043\"}|another store",
                "\"net\"|\"neto\"|totals.net is missing",
                "\"lines\":[|\"lines\":[7,|lines[0] must be an object"
            })
    void what_is_wrong_is_named_by_its_place(String right, String wrong, String place) {
        String sale = Samples.sale("1");
        assertThat(sale).contains(right);
        assertThatThrownBy(() -> read(sale.replace(right, wrong)))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining(place);
    }

    private PosReceipt read(String body) {
        var event =
                CloudEventReader.read(
                        "application/cloudevents+json", Map.of(), body.getBytes(UTF_8));
        return reader.read(new Heard(event, Till.of(event.source()), Instant.EPOCH, 0));
    }
}
