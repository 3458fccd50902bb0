package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.kernel.LogProgress;

class DeskTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String OURS = "http://localhost";

    private final OnlineShop shop = new OnlineShop();
    private String session = "";
    private String ann = "";

    @BeforeEach
    void the_agent_is_signed_in_and_ann_is_known() {
        shop.post("/v1/identify", "{\"type\":\"identify\",\"messageId\":\"i\",\"userId\":\"u-1\"}")
                .answer()
                .is(202);
        ann =
                shop.post("/v1/profiles/lookup", "{\"type\":\"crm\",\"value\":\"u-1\"}")
                        .answer()
                        .is(200)
                        .at("/customer");
        var signedIn = sends("/desk/sign-in", "key=key-of-agent:a-7", "").is(303);
        var cookie = String.valueOf(signedIn.header("Set-Cookie"));
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
        session = cookie.substring(0, cookie.indexOf(';'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-of-web", "key-of-till:S1:T1", "nobody's", ""})
    void only_an_agent_and_an_administrator_come_in(String key) {
        var answer = sends("/desk/sign-in", "key=" + key, "").is(422);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.text()).contains("No agent and no administrator has this key.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline", "matrix", "decision", "answers", "traits"})
    void no_part_is_shown_to_who_is_not_signed_in(String part) {
        var path = "/desk/customers/" + ann + "/" + part;
        assertThat(sees(path, session).is(200).text()).contains("id=\"" + part);
        assertThat(sees(path, "").is(302).header("Location")).isEqualTo("/");
        assertThat(sees(path, "shopkeeper-desk=made-up").is(302).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?customer=c-1", "/desk/customers/c-1/timeline"})
    void a_page_that_shows_who_is_out_takes_the_dead_cookie_along(String path) {
        assertThat(sees(path, "shopkeeper-desk=over").header("Set-Cookie"))
                .startsWith("shopkeeper-desk=;")
                .contains("Max-Age=0");
        assertThat(sees(path, "").header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consents", "identifiers"})
    void nothing_is_taken_from_who_is_not_signed_in(String part) {
        sends("/desk/customers/" + ann + "/" + part, "say=x", "").is(401);
    }

    @Test
    void a_key_in_a_header_opens_no_page() {
        assertThat(shop.get("/?customer=" + ann).as("agent").answer().is(200).text())
                .contains("Sign in at the desk")
                .doesNotContain(ann);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://localhost:1", "HTTP://localhost"})
    void what_another_sites_page_sends_is_not_taken(String origin) {
        shop.post("/desk/find", "type=crm&value=u-1")
                .without("Authorization")
                .with("Content-Type", FORM)
                .with("Cookie", session)
                .with("Host", "localhost")
                .with("Origin", origin)
                .answer()
                .isProblem(403, "not-permitted");
    }

    @Test
    void what_no_page_sends_is_not_taken() {
        shop.post("/desk/find", "type=crm&value=u-1")
                .without("Authorization")
                .with("Content-Type", FORM)
                .with("Cookie", session)
                .with("Host", "localhost")
                .answer()
                .isProblem(403, "not-permitted");
    }

    @Test
    void who_does_nothing_for_a_while_is_signed_out() {
        var clock = shop.the(ShopInMemory.WallClock.class);
        clock.move(Duration.ofMinutes(19));
        assertThat(sees("/?customer=" + ann, session).text()).contains("What they allow");
        clock.move(Duration.ofMinutes(19));
        assertThat(sees("/?customer=" + ann, session).text()).contains("What they allow");
        clock.move(Duration.ofMinutes(20));
        assertThat(sees("/?customer=" + ann, session).text()).contains("Sign in at the desk");
    }

    @Test
    void what_the_page_does_by_itself_keeps_nobody_signed_in() {
        var clock = shop.the(ShopInMemory.WallClock.class);
        clock.move(Duration.ofMinutes(19));
        looksAgain().is(200);
        clock.move(Duration.ofMinutes(1));
        assertThat(looksAgain().is(401).header("HX-Redirect")).isEqualTo("/");
    }

    @Test
    void who_signs_out_is_out_even_with_the_cookie() {
        sends("/desk/sign-out", "", session).is(303);
        assertThat(sees("/", session).text()).contains("Sign in at the desk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    say=GRANTED                                     | 400
                    say=MAYBE ANALYTICS                             | 400
                    say=GRANTED STRICTLY_NECESSARY                  | 400
                    say=GRANTED MARKETING_MESSAGES                  | 400
                    say=GRANTED ANALYTICS&call=k                    | 422
                    say=GRANTED ANALYTICS&call=k l&notice=n&version=1&locale=en | 422
                    say=WITHDRAWN ANALYTICS                         | 303
                    say=WITHDRAWN ANALYTICS&call=k l                | 303
                    say=WITHDRAWN ANALYTICS&call=k                  | 303
                    say=REFUSED MARKETING_MESSAGES/SMS&call=k&notice=n&version=1&locale=en | 303
                    """)
    void a_word_is_taken_whole_or_not_at_all(String said, int status) {
        says(said.replace(" ", "+") + "&message=m-1").is(status);
    }

    @Test
    void the_agent_of_a_word_is_who_signed_in_whatever_is_sent() {
        says("say=WITHDRAWN+ANALYTICS&agent=a-8&call=k-1&message=m-1").is(303);
        assertThat(standing().at("/consents/0/evidence/agent")).isEqualTo("a-7");
        assertThat(standing().at("/consents/0/evidence/call")).isEqualTo("k-1");
    }

    @Test
    void a_withdrawal_without_a_call_keeps_who_heard_it() {
        says("say=WITHDRAWN+ANALYTICS&message=m-1").is(303);
        assertThat(standing().at("/consents/0/choice")).isEqualTo("WITHDRAWN");
        assertThat(standing().at("/consents/0/evidence/agent")).isEqualTo("a-7");
        assertThat(standing().json().at("/consents/0/evidence/call").isMissingNode()).isTrue();
        assertThat(sees("/?customer=" + ann, session).is(200).text())
                .contains("heard by agent a-7")
                .doesNotContain("in call");
    }

    @Test
    void a_double_click_says_it_once() {
        var page = sees("/?customer=" + ann, session).is(200).text();
        var message = page.replaceAll("(?s).*name=\"message\" value=\"([^\"]+)\".*", "$1");
        assertThat(message).matches("[0-9a-f-]{36}");
        var before = shop.the(LogProgress.class).seen().value();
        var yes = "say=GRANTED+ANALYTICS&call=k&notice=n&version=1&locale=en&message=" + message;
        says(yes).is(303);
        says(yes).is(303);
        assertThat(shop.the(LogProgress.class).seen().value()).isEqualTo(before + 1);
        says(yes.replace("GRANTED", "REFUSED")).isProblem(409, "conflict");
        assertThat(sees("/?customer=" + ann, session).text()).doesNotContain(message);
    }

    @Test
    void a_word_without_the_forms_name_is_no_word() {
        says("say=WITHDRAWN+ANALYTICS").isProblem(400, "invalid");
    }

    @Test
    void looking_again_asks_the_shop_nothing_until_something_happens() {
        allowsPersonalSuggestions();
        var first = suggested(sees("/?customer=" + ann, session));
        assertThat(suggested(sees("/?customer=" + ann, session))).isEqualTo(first);
        assertThat(suggested(part("decision?before=" + first))).isEqualTo(first);

        says("say=WITHDRAWN+ANALYTICS&message=m-1").is(303);
        var afterWord = suggested(part("decision?before=" + first));
        assertThat(afterWord).isNotEqualTo(first);
        assertThat(suggested(part("decision"))).isEqualTo(afterWord);

        shop.post(
                        "/v1/track",
                        "{\"messageId\":\"v\",\"userId\":\"u-1\",\"event\":\"Product Viewed\",\"properties\":{\"product_id\":\"P-1\"}}")
                .answer()
                .is(202);
        var afterView = suggested(part("decision"));
        assertThat(afterView).isNotEqualTo(afterWord);

        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofMinutes(31));
        assertThat(suggested(part("decision"))).isNotEqualTo(afterView);
    }

    private void allowsPersonalSuggestions() {
        shop.put(
                        "/v1/profiles/" + ann + "/consents/CONTENT_PERSONALIZATION",
                        """
                        {"choice":"GRANTED","notice":{"id":"privacy","version":"3","locale":"en-GB"},
                         "method":"TOGGLE","channel":"ONLINE","touchpoint":"web"}\
                        """)
                .answer()
                .is(200);
    }

    @Test
    void what_came_back_of_what_was_suggested_stands_beside_the_decision() {
        allowsPersonalSuggestions();
        suggestsTeaOnTheWeb("de-DE");
        order("Order Completed", "");
        assertThat(part("decision").text()).doesNotContain("Came back of");

        order("Order Refunded", ",\"reason\":\"too small\"");
        assertThat(part("decision").text())
                .contains("Came back of what was suggested before")
                .contains("<span lang=\"en\">returned: too small</span>");
        assertThat(part("answers").text())
                .contains("<span lang=\"de\">zurückgegeben: zu klein</span>");

        says("say=WITHDRAWN+CONTENT_PERSONALIZATION&message=m-1").is(303);
        assertThat(part("decision").text()).doesNotContain("Came back of");
        assertThat(part("answers").text()).doesNotContain("Came back");
    }

    private void suggestsTeaOnTheWeb(String locale) {
        shop.put("/v1/products/TEA", "{\"name\":\"Tea\",\"sold\":true}").answer().is(200);
        shop.post(
                        "/v1/decisions",
                        """
                        {"customer":{"id":"%s"},"channel":"ONLINE","touchpoint":"web",
                         "locale":"%s","placements":[{"id":"home","kind":"recommendation"}]}\
                        """
                                .formatted(ann, locale))
                .answer()
                .is(200);
    }

    private void order(String event, String more) {
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofMinutes(1));
        shop.post(
                        "/v1/track",
                        """
                        {"messageId":"%3$s","userId":"u-1","event":"%1$s",
                         "properties":{"order_id":"O-1","currency":"EUR","total":4.95,
                         "products":[{"product_id":"TEA","quantity":1,"price":4.95%2$s}]}}\
                        """
                                .formatted(event, more, event.replace(' ', '-')))
                .answer()
                .is(202);
    }

    @Test
    void what_their_purchases_say_is_shown_with_where_it_comes_from() {
        assertThat(part("traits").text()).contains("they have not been asked");
        allowsPersonalSuggestions();
        assertThat(part("traits").text()).contains("Too few purchases");
        for (int order = 1; order <= 5; order++) {
            shop.post(
                            "/v1/track",
                            """
                            {"messageId":"t-%1$d","userId":"u-1","event":"Order Completed",
                             "timestamp":"2026-11-0%1$dT10:00:00Z","properties":{
                             "order_id":"T-%1$d","currency":"EUR",
                             "products":[{"product_id":"P-1","quantity":1,"price":19.95}]}}\
                            """
                                    .formatted(order))
                    .answer()
                    .is(202);
        }
        assertThat(part("traits").text())
                .contains("Price band", "typically", "19.95")
                .contains("every 1 days (1 to 1)")
                .contains("traits-1");
        var told = shop.get("/v1/profiles/" + ann + "/traits").answer().is(200);
        assertThat(told.at("/traits/0/name")).isEqualTo("price-band");
        assertThat(told.at("/traits/0/source/version")).isEqualTo("traits-1");
        says("say=WITHDRAWN+CONTENT_PERSONALIZATION&message=m-1").is(303);
        assertThat(part("traits").text()).contains("they took back their yes");
        var after = shop.get("/v1/profiles/" + ann + "/traits").answer().is(200);
        assertThat(after.json().at("/traits")).isEmpty();
        assertThat(after.at("/withheld/code")).isEqualTo("WITHDRAWN");
    }

    @Test
    void an_agent_can_ask_the_shop_again() {
        var first = suggested(part("decision"));
        sends("/desk/customers/" + ann + "/decision", "before=" + first, session).is(303);
        assertThat(suggested(part("decision"))).isNotEqualTo(first);
        sends("/desk/customers/" + ann + "/decision", "", "").is(401);
    }

    @Test
    void what_a_channel_said_last_is_known_however_much_came_after_it() {
        var asked =
                "{\"customer\":{\"id\":\"%s\"},\"channel\":\"%s\",\"touchpoint\":\"x\",\"placements\":[{\"id\":\"a\",\"kind\":\"recommendation\"}]}";
        shop.post("/v1/decisions", asked.formatted(ann, "ONLINE")).answer().is(200);
        assertThat(part("answers").text().split("has not been asked yet", -1)).hasSize(3);
        for (int i = 0; i < 250; i++) {
            shop.post("/v1/decisions", asked.formatted(ann, "SUPPORT")).answer().is(200);
        }
        assertThat(part("answers").text().split("has not been asked yet", -1)).hasSize(2);
    }

    private OnlineShop.Answer part(String part) {
        return sees("/desk/customers/" + ann + "/" + part, session).is(200);
    }

    private static String suggested(OnlineShop.Answer shown) {
        return shown.is(200).text().replaceAll("(?s).*id=\"decision-id\">([^<]+)<.*", "$1");
    }

    private OnlineShop.Answer says(String said) {
        return sends("/desk/customers/" + ann + "/consents", said, session);
    }

    private OnlineShop.Answer standing() {
        return shop.get("/v1/profiles/" + ann + "/consents").answer().is(200);
    }

    @Test
    void a_word_is_recorded_with_who_heard_it_in_a_chat() {
        says("say=WITHDRAWN+ANALYTICS&call=k-1&touchpoint=chat&message=m-1").is(303);
        var standing = standing();
        assertThat(standing.at("/consents/0/choice")).isEqualTo("WITHDRAWN");
        assertThat(standing.at("/consents/0/touchpoint")).isEqualTo("chat");
        assertThat(standing.at("/consents/0/evidence/agent")).isEqualTo("a-7");
    }

    @Test
    void what_a_customer_wrote_is_shown_as_text() {
        shop.post(
                        "/v1/identify",
                        "{\"type\":\"identify\",\"messageId\":\"x\",\"userId\":\"<script>alert(1)</script>\"}")
                .answer()
                .is(202);
        var bad =
                shop.post(
                                "/v1/profiles/lookup",
                                "{\"type\":\"crm\",\"value\":\"<script>alert(1)</script>\"}")
                        .answer()
                        .is(200)
                        .at("/customer");
        var shown = sends("/desk/customers/" + bad + "/identifiers", "", session).is(200);
        assertThat(shown.text())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void pages_let_nothing_in_from_elsewhere_and_their_files_are_kept() {
        var page = sees("/", "").is(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self';");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text()).doesNotContain("style=").doesNotContain("<script>");
        var style = page.text().replaceAll("(?s).*href=\"(/desk/assets/[^\"]*css)\".*", "$1");
        var file = sees(style, "").is(200);
        assertThat(file.header("Cache-Control")).contains("max-age=31536000").contains("immutable");
        assertThat(file.header("Content-Type")).startsWith("text/css");
        sees("/desk/assets/000000000000/desk.css", "").isProblem(404, "not-found");
        sees("/desk/assets/000000000000/..%2fdesk.css", "").is(400);
    }

    private OnlineShop.Answer looksAgain() {
        return shop.get("/desk/customers/" + ann + "/answers")
                .without("Authorization")
                .with("Cookie", session)
                .with("HX-Request", "true")
                .answer();
    }

    private OnlineShop.Answer sees(String path, String cookie) {
        return shop.get(path).without("Authorization").with("Cookie", cookie).answer();
    }

    private OnlineShop.Answer sends(String path, String form, String cookie) {
        return shop.post(path, form)
                .without("Authorization")
                .with("Content-Type", FORM)
                .with("Cookie", cookie)
                .with("Host", "localhost")
                .with("Origin", OURS)
                .answer();
    }
}
