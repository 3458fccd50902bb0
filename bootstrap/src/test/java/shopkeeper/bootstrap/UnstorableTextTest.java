package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.bootstrap.LooseTill.event;
import static shopkeeper.bootstrap.Visitor.bearer;
import static shopkeeper.bootstrap.Visitor.json;
import static shopkeeper.bootstrap.Visitor.nextOneIsServed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A NUL character, which PostgreSQL keeps in no text, and half a surrogate pair, which is no
 * character at all: said to be wrong wherever they stand, and the next one is served.
 */
@ExtendWith(OpenShop.class)
final class UnstorableTextTest {
    private static final String SALE = "retail.pos.transaction.completed.v1";

    /** As they look inside JSON; the second is a NUL byte as it is. */
    private static final List<String> UNSTORABLE =
            List.of("\\u0000", "\u0000", "\\ud800", "\\udc00", "\\ud800\\ud800", "x\\udfff");

    /** Bodies by operation, in which ¿ is where the text stands. */
    private static final Map<String, List<String>> OVER_HTTP =
            Map.of(
                    "POST /v1/identify",
                    List.of(
                            "{\"messageId\":\"u¿\",\"anonymousId\":\"v\",\"userId\":\"u\"}",
                            "{\"messageId\":\"u\",\"anonymousId\":\"v¿\"}",
                            "{\"messageId\":\"u\",\"anonymousId\":\"v\",\"userId\":\"u¿\"}",
                            "{\"messageId\":\"u\",\"anonymousId\":\"v\",\"traits\":{\"email\":\"a¿@example.org\"}}",
                            "{\"messageId\":\"u\",\"anonymousId\":\"v\",\"traits\":{\"na¿me\":1}}"),
                    "POST /v1/track",
                    List.of(
                            "{\"messageId\":\"u\",\"anonymousId\":\"v\",\"event\":\"¿\"}",
                            "{\"messageId\":\"u\",\"anonymousId\":\"v\",\"event\":\"x\",\"properties\":{\"product_id\":\"¿\"}}",
                            "{\"messageId\":\"u\",\"anonymousId\":\"v\",\"event\":\"x\",\"context\":{\"page\":{\"url\":[\"¿\"]}}}",
                            "{\"messageId\":\"u\",\"anonymousId\":\"v\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"¿\",\"total\":\"1\",\"currency\":\"EUR\",\"products\":[]}}"),
                    "POST /v1/profiles/lookup",
                    List.of(
                            "{\"type\":\"email\",\"value\":\"¿\"}",
                            "{\"type\":\"¿\",\"value\":\"x\"}"),
                    "POST /v1/decisions",
                    List.of(
                            "{\"customer\":{\"type\":\"crm\",\"value\":\"¿\"},\"channel\":\"ONLINE\",\"placements\":[]}",
                            "{\"channel\":\"ONLINE\",\"touchpoint\":\"¿\",\"placements\":[{\"id\":\"a\",\"kind\":\"recommendation\"}]}",
                            "{\"channel\":\"ONLINE\",\"placements\":[{\"id\":\"¿\",\"kind\":\"recommendation\"}]}"),
                    "PUT /v1/products/P-text",
                    List.of("{\"name\":\"¿\"}"),
                    "PUT /v1/stores/S-text",
                    List.of(
                            "{\"name\":\"¿\",\"zone\":\"UTC\",\"currency\":\"GBP\",\"country\":\"GB\"}",
                            "{\"name\":\"x\",\"zone\":\"UTC\",\"currency\":\"GBP\",\"country\":\"¿\"}"),
                    "PUT /v1/profiles/c-text/consents/ANALYTICS",
                    List.of(
                            "{\"choice\":\"GRANTED\",\"notice\":{\"id\":\"¿\",\"version\":\"1\",\"locale\":\"de\"},\"method\":\"BUTTON\"}",
                            "{\"choice\":\"WITHDRAWN\",\"touchpoint\":\"¿\"}"));

    /** Data of a sale in which ¿ is where the text stands. */
    private static final List<String> AT_THE_TILL =
            Stream.of(
                            "\"store\":{\"id\":\"0042\"}",
                            "\"sequence\":\"000801\"",
                            "\"currency\":\"EUR\"",
                            "\"loyaltyId\":\"777\"",
                            "\"sku\":\"P-1\"",
                            "\"note\":\"\"",
                            "\"zone\":\"UTC\"")
                    .map(field -> sale().replace(field, field.replaceFirst("\"(}?)$", "¿\"$1")))
                    .toList();

    @Test
    void no_text_of_a_request_holds_it() throws Exception {
        for (var operation : OVER_HTTP.entrySet()) {
            var line = operation.getKey().split(" ", 2);
            for (var body : operation.getValue()) {
                for (var text : UNSTORABLE) {
                    var answer =
                            Visitor.sends(
                                    line[0],
                                    line[1],
                                    body.replace("¿", text).getBytes(UTF_8),
                                    "Authorization",
                                    bearer("admin"));
                    assertThat(answer.statusCode()).as(body + text + answer.body()).isEqualTo(400);
                    assertThat(json(answer).path("code").asString()).isEqualTo("invalid");
                }
            }
            nextOneIsServed();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/profiles/x%00/timeline",
                "/v1/profiles/x/timeline?cursor=%00",
                "/v1/profiles/x/timeline?channel=%ED%A0%80",
                "/v1/decisions/%00"
            })
    void nor_does_an_address(String path) throws Exception {
        assertThat(Visitor.get(path).statusCode()).isEqualTo(400);
        nextOneIsServed();
    }

    @Test
    void nor_does_a_message_over_amqp() throws Exception {
        try (var till = LooseTill.overAmqp()) {
            noTextHoldsIt(till);
        }
    }

    @Test
    void nor_does_one_over_mqtt() throws Exception {
        try (var till = LooseTill.overMqtt()) {
            noTextHoldsIt(till);
        }
    }

    private static void noTextHoldsIt(LooseTill till) throws Exception {
        assertThat(AT_THE_TILL).allSatisfy(data -> assertThat(data).contains("¿"));
        for (var text : UNSTORABLE) {
            for (var data : AT_THE_TILL) {
                quarantined(till.says("pos.transactions", event(SALE, data.replace("¿", text))));
            }
            quarantined(till.says("pos.transactions", event(SALE + text, sale())));
            quarantined(
                    till.says(
                            "pos.consents",
                            event(
                                    "retail.pos.consent.given.v1",
                                    """
                                    {"customer":{"loyaltyId":"777"},"purpose":"ANALYTICS","method":"SIGNATURE",
                                     "notice":{"id":"n%s","version":"1","locale":"de"}}\
                                    """
                                            .formatted(text))));
        }
        for (var xml : List.of("&#0;", "&#xD800;", "\u0000")) {
            quarantined(
                    till.says(
                            "pos.transactions",
                            "<POSLog><Transaction>%s</Transaction></POSLog>"
                                    .formatted(xml)
                                    .getBytes(UTF_8),
                            "application/xml"));
        }
        var next =
                till.says(
                        "pos.transactions",
                        event(SALE, sale().replace("000801", till.getClass().getSimpleName())));
        assertThat(next.path("outcome").asString()).as(next.toString()).isEqualTo("accepted");
    }

    private static void quarantined(tools.jackson.databind.JsonNode answer) {
        assertThat(answer.path("outcome").asString())
                .as(answer.toString())
                .isEqualTo("quarantined");
        assertThat(answer.path("reason").path("code").asString()).isEqualTo("malformed");
        assertThat(answer.path("reason").path("words").asString()).isNotBlank();
    }

    private static String sale() {
        return """
        {"store":{"id":"0042"},"workstation":"07","businessDay":"2026-11-20","sequence":"000801",
         "begin":"2026-11-20T11:41:02","zone":"UTC","currency":"EUR","note":"","customer":{"loyaltyId":"777"},
         "lines":[{"no":1,"kind":"sale","sku":"P-1","qty":"1","unitPrice":"19.95"}],
         "totals":{"net":"19.95"}}\
        """;
    }
}
