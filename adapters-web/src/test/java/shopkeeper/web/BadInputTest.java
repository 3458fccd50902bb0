package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static final OnlineShop SHOP = new OnlineShop();
    private static final String CONSENT = "/v1/profiles/C-1/consents/ANALYTICS";
    private static final String CAPITAL =
            """
            {"choice":"GRANTED","notice":{"id":"n","version":"1","locale":"de"},"method":"BUTTON"%s}\
            """;

    static Stream<Arguments> unreadable() {
        return Stream.of(
                bad("nothing", "", 400, "invalid"),
                bad("null", "null", 400, "invalid"),
                bad("no JSON", "choice=GRANTED", 400, "invalid"),
                bad("broken off", "{\"choice\":\"GRANT", 400, "invalid"),
                bad("two documents", "{} {}", 400, "invalid"),
                bad("a list", "[]", 400, "invalid"),
                bad("a text", "\"GRANTED\"", 400, "invalid"),
                bad(
                        "duplicate keys",
                        "{\"choice\":\"GRANTED\",\"choice\":\"REFUSED\"}",
                        400,
                        "invalid"),
                bad(
                        "unknown property",
                        CAPITAL.formatted(",\"expires\":\"never\""),
                        400,
                        "invalid"),
                bad("number as text", "{\"choice\":1}", 400, "invalid"),
                bad("object as text", "{\"choice\":{}}", 400, "invalid"),
                bad("text as object", "{\"choice\":\"GRANTED\",\"notice\":\"n\"}", 400, "invalid"),
                bad("unknown choice", "{\"choice\":\"granted\"}", 400, "invalid"),
                bad("missing choice", "{}", 400, "invalid"),
                bad(
                        "missing notice",
                        "{\"choice\":\"GRANTED\",\"method\":\"BUTTON\"}",
                        400,
                        "invalid"),
                bad(
                        "unknown method",
                        CAPITAL.replace("BUTTON", "MIND").formatted(""),
                        400,
                        "invalid"),
                bad("unknown channel", CAPITAL.formatted(",\"channel\":\"MOON\""), 400, "invalid"),
                bad("blank touchpoint", CAPITAL.formatted(",\"touchpoint\":\" \""), 400, "invalid"),
                bad("no time", CAPITAL.formatted(",\"at\":\"yesterday\""), 400, "invalid"),
                bad(
                        "far future",
                        CAPITAL.formatted(",\"at\":\"+99999-01-01T00:00:00Z\""),
                        400,
                        "invalid"),
                bad(
                        "contact method where none belongs",
                        CAPITAL.formatted(",\"contactMethod\":\"SMS\""),
                        400,
                        "invalid"),
                bad("NUL", CAPITAL.replace("\"n\"", "\"n\\u0000\"").formatted(""), 400, "invalid"),
                bad(
                        "lone surrogate",
                        CAPITAL.replace("\"n\"", "\"n\\ud800\"").formatted(""),
                        400,
                        "invalid"),
                bad("NUL in a name", "{\"a\\u0000\":1}", 400, "invalid"),
                bad("not a number", "{\"choice\":NaN}", 400, "invalid"),
                bad("a comment", "{/* yes */}", 400, "invalid"),
                bad("too deep", "[".repeat(40) + "]".repeat(40), 413, "too-large"),
                bad(
                        "too long a text",
                        "{\"choice\":\"" + "x".repeat(70_000) + "\"}",
                        413,
                        "too-large"),
                bad("too long a number", "{\"choice\":" + "1".repeat(200) + "}", 413, "too-large"),
                bad("too large a document", "[" + "1,".repeat(600_000) + "1]", 413, "too-large"));
    }

    private static Arguments bad(String what, String body, int status, String code) {
        return Arguments.of(what, body, status, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void what_cannot_be_understood_is_a_problem(String what, String body, int status, String code) {
        SHOP.put(CONSENT, body).answer().isProblem(status, code);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET,/v1/nothing,404,not-found",
        "POST,/v1/decisions/dec_1,405,method-not-allowed",
        "DELETE,/v1/products/P-1,405,method-not-allowed",
        "GET,/v1/track,405,method-not-allowed",
        "GET,/v1/profiles/C-0,404,not-found",
        "GET,/v1/profiles/C-0/identifiers,404,not-found",
        "GET,/v1/profiles/C-0/timeline,404,not-found",
        "GET,/v1/profiles/C-0?asOf=2026-01-01,400,invalid",
        "GET,/v1/profiles/C-0/decisions?limit=0,400,invalid",
        "GET,/v1/profiles/C-0/decisions?limit=many,400,invalid",
        "GET,/v1/profiles/C-0/permissions/WORLD_DOMINATION,400,invalid",
        "GET,/v1/profiles/C-0/permissions/MARKETING_MESSAGES,400,invalid",
        "GET,/v1/profiles/C-0/permissions/ANALYTICS?contactMethod=EMAIL,400,invalid",
        "GET,/v1/profiles/C-0/permissions/ANALYTICS?at=2020-01-01T00:00:00Z,400,invalid",
        "GET,/v1/profiles/C%00/consents,400,invalid",
        "GET,/v1/profiles/C%2F0/consents,400,invalid",
        "GET,/v1/profiles/%C3%A4,400,invalid",
        "GET,/v1/products/P-0,404,not-found",
        "GET,/v1/stores/S-0,404,not-found",
        "GET,/v1/stock/S-0/P-0,404,not-found",
        "GET,/v1/price-books/B-0,404,not-found",
        "GET,/v1/decisions/dec_0,404,not-found",
        "GET,/v1/decisions/dec_0?replay=true,404,not-found",
    })
    void what_is_not_there_is_a_problem(String method, String path, int status, String code) {
        SHOP.call(method, path, null).answer().isProblem(status, code);
    }

    @Test
    void another_content_type_is_not_taken() {
        SHOP.put(CONSENT, "<choice/>")
                .with("Content-Type", "application/xml")
                .answer()
                .isProblem(415, "unsupported-content");
        SHOP.post("/v1/track", "event=x")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .answer()
                .isProblem(415, "unsupported-content");
        SHOP.post("/v1/products", "{}").answer().isProblem(415, "unsupported-content");
    }

    @Test
    void who_wants_html_gets_the_problem_all_the_same() {
        SHOP.get("/v1/products/P-0")
                .with("Accept", "text/html")
                .answer()
                .isProblem(404, "not-found");
    }

    @Test
    void a_wrong_field_is_named_and_its_value_is_not_repeated() {
        var answer =
                SHOP.post(
                                "/v1/profiles/lookup",
                                "{\"type\":\"email\",\"value\":{\"ada@example.org\":1}}")
                        .answer()
                        .isProblem(400, "invalid");
        assertThat(answer.at("/detail")).startsWith("value ");
        assertThat(answer.text()).doesNotContain("ada@");
    }

    @Test
    void a_key_that_is_no_key_is_invalid() {
        SHOP.put("/v1/products/P-1", "{\"name\":\"x\"}")
                .with("Idempotency-Key", "two words")
                .answer()
                .isProblem(400, "invalid");
        SHOP.put("/v1/products/P-1", "{\"name\":\"x\"}")
                .with("Idempotency-Key", "k".repeat(181))
                .answer()
                .isProblem(400, "invalid");
    }

    @Test
    void what_breaks_inside_is_told_by_a_name_only() {
        var broken = new OnlineShop();
        broken.the(ShopInMemory.Breakable.class).broken = true;
        var answer =
                broken.post("/v1/page", "{\"messageId\":\"m\",\"anonymousId\":\"v\"}")
                        .answer()
                        .isProblem(500, "internal");
        assertThat(answer.text()).doesNotContain("INSERT").doesNotContain("ada@");
    }

    @ParameterizedTest
    @CsvSource({"400,invalid", "404,not-found", "413,too-large", "500,internal", "503,internal"})
    void what_the_container_finds_wrong_is_a_problem_too(int status, String code) {
        var answer =
                SHOP.get("/v1/products/P-1").asErrorPage(status).without("Authorization").answer();
        answer.isProblem(status == 503 ? 500 : status, code);
    }

    @Test
    void a_path_the_firewall_turns_away_is_a_problem() {
        SHOP.get("/v1//products/%2e%2e/x;a=b").answer().isProblem(400, "invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"placements":[{"id":"a","kind":7}]}                        |
                    {"placements":[{"id":"a"}]}                                 | #/placements/0/kind
                    {"customer":{"id":""},"placements":[]}                      | #/customer/id
                    {"customer":{"type":"crm"},"placements":[]}                 | #/customer/value
                    """)
    void a_wrong_field_is_pointed_at(String asked, @Nullable String pointer) {
        var problem = SHOP.post("/v1/decisions", asked).answer().isProblem(400, "invalid");
        assertThat(problem.at("/errors/0/pointer")).isEqualTo(pointer == null ? "" : pointer);
        assertThat(problem.at("/errors/0/detail"))
                .isEqualTo(pointer == null ? "" : problem.at("/detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea\\tbag", "\\uD83C\\uDF75", "tea bag"})
    void a_product_whose_id_has_a_tab_an_emoji_or_a_blank_is_told_so(String id) {
        var asked =
                "{\"placements\":[{\"id\":\"a\",\"kind\":\"recommendation\",\"products\":[\"%s\"]}]}"
                        .formatted(id);

        var problem = SHOP.post("/v1/decisions", asked).answer().isProblem(400, "invalid");

        assertThat(problem.at("/detail"))
                .contains("product id may only hold printable ASCII without blanks");
    }

    @Test
    void what_is_wrong_in_an_address_is_no_field_of_the_body() {
        SHOP.get("/v1/profiles/a%20b").answer().isProblem(400, "invalid");
        var problem = SHOP.get("/v1/profiles/a%20b").answer();
        assertThat(problem.json().has("errors")).isFalse();
    }
}
