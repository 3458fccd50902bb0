package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.kernel.LogProgress;

/** Who the shop took somebody for once: what a letter of spring was addressed by. */
class ProfileThenTest {
    private final OnlineShop shop = new OnlineShop();
    private String visitor = "";
    private String ann = "";
    private long before;

    @BeforeEach
    void a_visitor_turns_out_to_be_ann_a_minute_later() {
        identify("{\"type\":\"identify\",\"messageId\":\"i\",\"userId\":\"u-1\"}");
        ann = found("crm", "u-1");
        identify(
                """
                {"type":"identify","messageId":"v","anonymousId":"device-1","traits":{}}\
                """);
        visitor = found("anonymous", "device-1");
        before = shop.the(LogProgress.class).seen().value();
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofMinutes(1));
        identify(
                """
                {"type":"identify","messageId":"j","anonymousId":"device-1","userId":"u-1",
                 "traits":{"email":"ann@example.org"}}\
                """);
    }

    @Test
    void a_visitor_was_a_visitor_before_anybody_knew() {
        var then = profile(visitor, "" + before).is(200);
        assertThat(then.at("/customer")).isEqualTo(visitor);
        assertThat(then.json().at("/identifiers")).hasSize(1);
        assertThat(profile(visitor, "2026-11-20T10:01:10Z").is(200).at("/customer")).isEqualTo(ann);
    }

    @Test
    void identifiers_that_came_later_are_not_told() {
        assertThat(identifiers(ann, "" + before).is(200).json().at("/identifiers")).hasSize(1);
        assertThat(identifiers(ann, "2026-11-20T10:01:10Z").is(200).json().at("/identifiers"))
                .hasSize(3);
    }

    @Test
    void before_they_were_met_there_was_nobody() {
        profile(ann, "0").isProblem(404, "not-found");
        profile("c-nobody", "" + before).isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T10:01:11Z", "99999", "-1", "", "yesterday"})
    void the_future_and_what_is_no_time_are_refused(String then) {
        profile(ann, then).isProblem(400, "invalid");
        identifiers(ann, then).isProblem(400, "invalid");
    }

    @Test
    void who_may_ask_now_may_ask_of_then_and_nobody_else() {
        shop.get("/v1/profiles/" + ann + "?asOf=" + before).as("agent").answer().is(200);
        shop.get("/v1/profiles/" + ann + "?asOf=" + before)
                .as("till:S1:T1")
                .answer()
                .isProblem(403, "not-permitted");
    }

    private void identify(String call) {
        shop.post("/v1/batch", "{\"batch\":[" + call + "]}").answer().is(202);
    }

    private String found(String type, String value) {
        return shop.post(
                        "/v1/profiles/lookup",
                        "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(type, value))
                .as("agent")
                .answer()
                .is(200)
                .at("/customer");
    }

    private OnlineShop.Answer profile(String who, String then) {
        return shop.get("/v1/profiles/" + who + "?asOf=" + then).answer();
    }

    private OnlineShop.Answer identifiers(String who, String then) {
        return shop.get("/v1/profiles/" + who + "/identifiers?asOf=" + then).answer();
    }
}
