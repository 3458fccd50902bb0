package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final OnlineShop shop = new OnlineShop("agent=3/60,wrong-keys=2/60");

    /** W7 of the domain notes. */
    @Test
    void a_page_sends_600_events_a_minute_and_no_more() {
        int accepted = 0;
        int limited = 0;
        for (int i = 0; i < 650; i++) {
            var answer = page(call(i));
            if (answer.status() == 202) {
                accepted += answer.json().at("/accepted").asInt();
            } else {
                answer.isProblem(429, "rate-limited");
                assertThat(Integer.parseInt(String.valueOf(answer.header("Retry-After"))))
                        .isBetween(1, 60);
                limited++;
            }
        }
        assertThat(accepted).isEqualTo(600);
        assertThat(limited).isEqualTo(50);
    }

    @Test
    void everybody_is_told_what_they_have_left() {
        var first = page(call(1)).is(202);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"events\";q=600;w=60");
        assertThat(first.header("RateLimit")).matches("\"events\";r=599;t=[0-9]{1,2}");
        var server = shop.post("/v1/track", call(2)).as("web").answer().is(202);
        assertThat(server.header("RateLimit-Policy")).isEqualTo("\"web\";q=1200000;w=60");
    }

    @Test
    void a_page_pays_for_each_event_of_a_batch() {
        pageBatch(batch(700)).isProblem(413, "too-large");
        var batch = batch(400);
        assertThat(pageBatch(batch).is(202).json().at("/accepted").asInt()).isEqualTo(400);
        pageBatch(batch).isProblem(429, "rate-limited");
        pageBatch(batch(198)).is(202);
    }

    @Test
    void one_who_asks_too_much_is_no_trouble_for_another() {
        for (int i = 0; i < 3; i++) {
            shop.get("/v1/products/P-1").as("agent").answer().isProblem(404, "not-found");
        }
        shop.get("/v1/products/P-1").as("agent").answer().isProblem(429, "rate-limited");
        shop.get("/v1/products/P-1").as("web").answer().isProblem(404, "not-found");
    }

    @Test
    void who_guesses_keys_is_slowed_down_and_the_right_key_still_opens() {
        var guess = shop.get("/v1/products/P-1").with("Authorization", "Bearer guess");
        guess.answer().isProblem(401, "not-authenticated");
        guess.answer().isProblem(401, "not-authenticated");
        var limited = guess.answer().isProblem(429, "rate-limited");
        assertThat(limited.header("Retry-After")).isNotNull();
        shop.get("/v1/products/P-1").answer().isProblem(404, "not-found");
        shop.get("/v1/products/P-1")
                .without("Authorization")
                .answer()
                .isProblem(401, "not-authenticated");
    }

    private OnlineShop.Answer page(String call) {
        return shop.post("/v1/page", call)
                .as("browser:shop")
                .with("Origin", FurnishedShop.PAGE)
                .answer();
    }

    private OnlineShop.Answer pageBatch(String batch) {
        return shop.post("/v1/batch", batch)
                .as("browser:shop")
                .with("Origin", FurnishedShop.PAGE)
                .answer();
    }

    private static String call(int number) {
        return "{\"messageId\":\"m-%d\",\"anonymousId\":\"v\",\"event\":\"Cart Viewed\"}"
                .formatted(number);
    }

    private static String batch(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> "{\"type\":\"page\"," + call(i).substring(1))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
    }
}
