package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTest {
    private static final String KEY = "key-of-browser:shop";
    private static final String VIEW =
            """
            {"messageId":"m-1","anonymousId":"v-1","event":"Product Viewed"}\
            """;

    private final OnlineShop shop = new OnlineShop();

    @Test
    void a_page_collects_with_its_key_as_basic_credentials() {
        var basic =
                Base64.getEncoder().encodeToString((":" + KEY).getBytes(StandardCharsets.UTF_8));
        var answer =
                shop.post("/v1/track", VIEW)
                        .with("Authorization", "Basic " + basic)
                        .with("Origin", FurnishedShop.PAGE)
                        .answer()
                        .is(202);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FurnishedShop.PAGE);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void a_beacon_has_its_key_in_its_body() {
        var beacon = "{\"writeKey\":\"" + KEY + "\"," + VIEW.substring(1);
        var answer =
                shop.post("/v1/track", beacon)
                        .without("Authorization")
                        .with("Content-Type", "text/plain;charset=UTF-8")
                        .with("Origin", FurnishedShop.PAGE)
                        .answer()
                        .is(202);
        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(1);
        shop.post("/v1/track", beacon.replace("browser:shop", "browser:other"))
                .without("Authorization")
                .with("Origin", FurnishedShop.PAGE)
                .answer()
                .isProblem(401, "not-authenticated");
        shop.post("/v1/profiles/lookup", beacon)
                .without("Authorization")
                .with("Origin", FurnishedShop.PAGE)
                .answer()
                .isProblem(401, "not-authenticated");
        shop.post("/v1/track", "{\"writeKey\":")
                .without("Authorization")
                .with("Origin", FurnishedShop.PAGE)
                .answer()
                .isProblem(401, "not-authenticated");
    }

    @Test
    void a_decision_may_carry_its_key_too() {
        shop.post(
                        "/v1/decisions",
                        """
                        {"writeKey":"%s","customer":{"type":"anonymous","value":"v-1"},"placements":[{"id":"a","kind":"recommendation"}]}\
                        """
                                .formatted(KEY))
                .without("Authorization")
                .with("Origin", FurnishedShop.PAGE)
                .answer()
                .is(200);
    }

    @Test
    void a_page_confirms_nobodys_age() {
        var asked =
                """
                {"writeKey":"%s","customer":{"type":"anonymous","value":"v-1"},"context":{"age":99},"placements":[{"id":"a","kind":"recommendation"}]}\
                """
                        .formatted(KEY);
        shop.post("/v1/decisions", asked)
                .without("Authorization")
                .with("Origin", FurnishedShop.PAGE)
                .answer()
                .isProblem(403, "not-permitted");
        shop.post("/v1/decisions", asked.replace("\"age\":99", "\"page\":\"/gin\""))
                .without("Authorization")
                .with("Origin", FurnishedShop.PAGE)
                .answer()
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://shop.example", "null", ""})
    void its_key_opens_from_no_other_page(String origin) {
        var answer =
                shop.post("/v1/track", VIEW)
                        .as("browser:shop")
                        .with("Origin", origin)
                        .answer()
                        .isProblem(403, "origin-not-permitted");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        shop.post("/v1/track", VIEW)
                .as("browser:shop")
                .answer()
                .isProblem(403, "origin-not-permitted");
    }

    @Test
    void a_browser_may_ask_first_whether_it_may() {
        var yes =
                shop.call("OPTIONS", "/v1/batch", null)
                        .without("Authorization")
                        .with("Origin", FurnishedShop.PAGE)
                        .with("Access-Control-Request-Method", "POST")
                        .with("Access-Control-Request-Headers", "authorization,content-type")
                        .answer()
                        .is(204);
        assertThat(yes.header("Access-Control-Allow-Origin")).isEqualTo(FurnishedShop.PAGE);
        assertThat(yes.header("Access-Control-Allow-Headers")).contains("Authorization");
        shop.call("OPTIONS", "/v1/batch", null)
                .without("Authorization")
                .with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "POST")
                .answer()
                .isProblem(403, "origin-not-permitted");
        shop.call("OPTIONS", "/v1/profiles/lookup", null)
                .without("Authorization")
                .with("Origin", FurnishedShop.PAGE)
                .with("Access-Control-Request-Method", "POST")
                .answer()
                .isProblem(401, "not-authenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"crm\",\"value\":\"ann\"}",
                "{\"type\":\"email\",\"value\":\"ann@example.org\"}",
                "{\"type\":\"loyalty\",\"value\":\"400\"}",
                "{\"id\":\"c-1\"}"
            })
    void a_page_asks_for_its_own_visitor_only(String customer) {
        shop.post(
                        "/v1/decisions",
                        "{\"customer\":%s,\"placements\":[{\"id\":\"a\",\"kind\":\"recommendation\"}]}"
                                .formatted(customer))
                .as("browser:shop")
                .with("Origin", FurnishedShop.PAGE)
                .answer()
                .isProblem(403, "not-permitted");
    }

    @Test
    void a_page_says_of_nobody_who_they_are() {
        var login = "{\"messageId\":\"m-0\",\"anonymousId\":\"v-9\",\"userId\":\"ann\"}";
        shop.post("/v1/identify", login).answer().is(202);
        var ann = lookup("crm", "ann").is(200).at("/customer");

        for (String path : new String[] {"/v1/identify", "/v1/alias"}) {
            var refused =
                    shop.post(
                                    path,
                                    "{\"messageId\":\"m-2\",\"anonymousId\":\"v-1\",\"previousId\":\"v-1\",\"userId\":\"ann\"}")
                            .as("browser:shop")
                            .with("Origin", FurnishedShop.PAGE)
                            .answer()
                            .is(202);
            assertThat(refused.at("/rejected/0/problem/code")).isEqualTo("not-permitted");
        }
        shop.post("/v1/track", VIEW.replace("\"event\"", "\"userId\":\"ann\",\"event\""))
                .as("browser:shop")
                .with("Origin", FurnishedShop.PAGE)
                .answer()
                .is(202);

        assertThat(lookup("anonymous", "v-1").is(200).at("/customer")).isNotEqualTo(ann);
    }

    private OnlineShop.Answer lookup(String type, String value) {
        return shop.post(
                        "/v1/profiles/lookup",
                        "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(type, value))
                .answer();
    }
}
