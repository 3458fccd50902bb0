package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskDoorTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String OURS = "http://localhost";

    @Test
    void who_guesses_keys_at_the_desk_is_slowed_down_and_the_right_key_still_opens() {
        var guarded = new OnlineShop("wrong-keys=5/60");
        for (int i = 0; i < 5; i++) {
            signsIn(guarded, "guess-" + i).is(422);
        }
        var limited = signsIn(guarded, "guess-6").is(429);
        assertThat(limited.header("Retry-After")).isNotNull();
        assertThat(limited.text()).contains("Too many wrong keys from here");
        signsIn(guarded, "key-of-agent").is(303);
    }

    @Test
    void a_page_that_asks_too_much_is_turned_away() {
        var guarded = new OnlineShop("agent=3/60");
        var cookie = String.valueOf(signsIn(guarded, "key-of-agent").is(303).header("Set-Cookie"));
        for (int i = 0; i < 3; i++) {
            partOf(guarded, cookie).isProblem(404, "not-found");
        }
        var limited = partOf(guarded, cookie).isProblem(429, "rate-limited");
        assertThat(limited.header("Retry-After")).isNotNull();
    }

    @Test
    void behind_a_proxy_the_desk_is_where_the_operator_says() {
        var proxied = new OnlineShop(Map.of("shopkeeper.public.url", "https://desk.example/"));
        var signedIn = signsIn(proxied, "key-of-agent", "https://desk.example").is(303);
        assertThat(signedIn.header("Set-Cookie")).contains("; Secure");
        signsIn(proxied, "key-of-agent", OURS).isProblem(403, "not-permitted");
        assertThat(signsIn(new OnlineShop(), "key-of-agent", OURS).is(303).header("Set-Cookie"))
                .doesNotContain("Secure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk.example", "https://desk.example/shop", "ftp://desk.example"})
    void a_public_address_that_is_none_stops_the_start(String url) {
        assertThatThrownBy(() -> new OnlineShop(Map.of("shopkeeper.public.url", url)))
                .rootCause()
                .hasMessageContaining("SHOPKEEPER_PUBLIC_URL");
    }

    private static OnlineShop.Answer partOf(OnlineShop guarded, String cookie) {
        return guarded.get("/desk/customers/c-0/answers")
                .without("Authorization")
                .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .answer();
    }

    private static OnlineShop.Answer signsIn(OnlineShop at, String key) {
        return signsIn(at, key, OURS);
    }

    private static OnlineShop.Answer signsIn(OnlineShop at, String key, String origin) {
        return at.post("/desk/sign-in", "key=" + key)
                .without("Authorization")
                .with("Content-Type", FORM)
                .with("Host", "localhost")
                .with("Origin", origin)
                .answer();
    }
}
