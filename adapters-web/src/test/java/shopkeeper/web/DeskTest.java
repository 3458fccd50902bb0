package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        var signedIn = sends("/desk/sign-in", "key=key-of-agent", "").is(303);
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
    @ValueSource(strings = {"timeline", "matrix", "decision", "answers"})
    void no_part_is_shown_to_who_is_not_signed_in(String part) {
        var path = "/desk/customers/" + ann + "/" + part;
        assertThat(sees(path, session).is(200).text()).contains("id=\"" + part);
        assertThat(sees(path, "").is(302).header("Location")).isEqualTo("/");
        assertThat(sees(path, "shopkeeper-desk=made-up").is(302).text()).isEmpty();
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
        var clock = shop.the(ShopInMemory.ShopClock.class);
        clock.move(Duration.ofMinutes(19));
        assertThat(sees("/?customer=" + ann, session).text()).contains("What they allow");
        clock.move(Duration.ofMinutes(19));
        assertThat(sees("/?customer=" + ann, session).text()).contains("What they allow");
        clock.move(Duration.ofMinutes(20));
        assertThat(sees("/?customer=" + ann, session).text()).contains("Sign in at the desk");
    }

    @Test
    void what_the_page_does_by_itself_keeps_nobody_signed_in() {
        var clock = shop.the(ShopInMemory.ShopClock.class);
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
                    say=GRANTED ANALYTICS&agent=a&call=k            | 422
                    say=GRANTED ANALYTICS&agent=a b&call=k&notice=n&version=1&locale=en | 422
                    say=WITHDRAWN ANALYTICS&agent=a                 | 422
                    say=WITHDRAWN ANALYTICS&agent=a&call=k          | 303
                    say=REFUSED MARKETING_MESSAGES/SMS&agent=a&call=k&notice=n&version=1&locale=en | 303
                    """)
    void a_word_is_taken_whole_or_not_at_all(String said, int status) {
        sends("/desk/customers/" + ann + "/consents", said.replace(" ", "+"), session).is(status);
    }

    @Test
    void a_word_is_recorded_with_who_heard_it_in_a_chat() {
        sends(
                        "/desk/customers/" + ann + "/consents",
                        "say=WITHDRAWN+ANALYTICS&agent=a-7&call=k-1&touchpoint=chat",
                        session)
                .is(303);
        var standing = shop.get("/v1/profiles/" + ann + "/consents").answer().is(200);
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
