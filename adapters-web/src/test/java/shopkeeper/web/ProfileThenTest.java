package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.kernel.LogProgress;

/** Who the shop took somebody for once: what a letter of spring was addressed by. */
class ProfileThenTest {
    private static final String LATER = "2026-11-20T10:01:10Z";

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
        assertThat(profile(visitor, LATER).is(200).at("/customer")).isEqualTo(ann);
    }

    @Test
    void identifiers_that_came_later_are_not_told() {
        assertThat(identifiers(ann, "" + before).is(200).json().at("/identifiers")).hasSize(1);
        assertThat(identifiers(ann, LATER).is(200).json().at("/identifiers")).hasSize(3);
    }

    @Test
    void before_they_were_met_there_was_nobody() {
        profile(ann, "0").isProblem(404, "not-found");
        profile("c-nobody", "" + before).isProblem(404, "not-found");
        of(ann, "/timeline", "0").isProblem(404, "not-found");
        of(ann, "/decisions", "0").isProblem(404, "not-found");
        of(ann, "/points", "0").isProblem(404, "not-found");
        of(ann, "/traits", "0").isProblem(404, "not-found");
    }

    @Test
    void a_timeline_ends_then_and_is_of_whom_they_were_known_to_be() {
        var then = of(visitor, "/timeline", "" + before).is(200);
        assertThat(then.at("/customer")).isEqualTo(visitor);
        assertThat(then.text()).contains("customer-met").doesNotContain("visitor-became-known");
        assertThat(of(ann, "/timeline", "" + before).is(200).text())
                .contains(ann)
                .doesNotContain(visitor);
        var now = shop.get("/v1/profiles/" + ann + "/timeline").answer().is(200);
        assertThat(of(visitor, "/timeline", LATER).is(200).json().at("/entries"))
                .isEqualTo(now.json().at("/entries"));
        assertThat(now.text()).contains("visitor-became-known", visitor);
    }

    @Test
    void decisions_of_then_are_those_made_by_then_for_whom_they_were_known_to_be() {
        var first = decidedFor(ann);
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofMinutes(1));
        var second = decidedFor(visitor);

        var then = of(ann, "/decisions", LATER).is(200);
        assertThat(then.text()).contains(first).doesNotContain(second);
        assertThat(of(ann, "/decisions", "" + before).is(200).json().at("/decisions")).isEmpty();
        assertThat(of(visitor, "/decisions", "2026-11-20T10:02:10Z").is(200).text())
                .contains(first, second);
    }

    @Test
    void a_timeline_of_then_is_read_page_by_page() {
        var whole = of(ann, "/timeline", LATER).is(200).json().at("/entries");
        var first = of(ann, "/timeline", LATER + "&limit=1").is(200);
        var rest = of(ann, "/timeline", LATER + "&limit=500&cursor=" + first.at("/next")).is(200);

        assertThat(first.json().at("/entries/0")).isEqualTo(whole.get(0));
        assertThat(rest.json().at("/entries/0")).isEqualTo(whole.get(1));
        assertThat(rest.json().at("/entries")).hasSize(whole.size() - 1);
    }

    @Test
    void a_decision_that_has_expired_since_was_open_then() {
        var first = decidedFor(ann);
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofHours(1));

        assertThat(shop.get("/v1/profiles/" + ann + "/decisions?open=true").answer().is(200).text())
                .doesNotContain(first);
        assertThat(of(ann, "/decisions", LATER + "&open=true").is(200).text()).contains(first);
        assertThat(of(ann, "/decisions", "2026-11-20T10:59:00Z&open=true").is(200).text())
                .doesNotContain(first);
    }

    @Test
    void points_and_traits_are_of_then_too() {
        shop.put("/v1/profiles/" + ann + "/points/opening", "{\"points\":120}").answer().is(200);
        var opened = "" + shop.the(LogProgress.class).seen().value();

        assertThat(of(ann, "/points", "" + before).is(200).json().at("/balance").asInt()).isZero();
        assertThat(of(ann, "/points", opened).is(200).json().at("/balance").asInt()).isEqualTo(120);
        assertThat(of(visitor, "/points", "" + before).is(200).at("/customer")).isEqualTo(visitor);
        var traits = of(visitor, "/traits", "" + before).is(200);
        assertThat(traits.at("/customer")).isEqualTo(visitor);
        assertThat(traits.at("/withheld/code")).isEqualTo("NO_DECISION");
        assertThat(of(visitor, "/traits", LATER).is(200).at("/customer")).isEqualTo(ann);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T10:01:11Z", "99999", "-1", "", "yesterday"})
    void the_future_and_what_is_no_time_are_refused(String then) {
        profile(ann, then).isProblem(400, "invalid");
        identifiers(ann, then).isProblem(400, "invalid");
        of(ann, "/timeline", then).isProblem(400, "invalid");
        of(ann, "/decisions", then).isProblem(400, "invalid");
        of(ann, "/points", then).isProblem(400, "invalid");
        of(ann, "/traits", then).isProblem(400, "invalid");
    }

    @Test
    void who_may_ask_now_may_ask_of_then_and_nobody_else() {
        for (String what :
                List.of("", "/identifiers", "/timeline", "/decisions", "/points", "/traits")) {
            String path = "/v1/profiles/" + ann + what + "?asOf=" + before;
            shop.get(path).as("agent").answer().is(200);
            shop.get(path).as("till:S1:T1").answer().isProblem(403, "not-permitted");
        }
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

    private String decidedFor(String who) {
        return shop.post(
                        "/v1/decisions",
                        """
                        {"customer":{"id":"%s"},"placements":[{"id":"a","kind":"recommendation"}]}\
                        """
                                .formatted(who))
                .as("web")
                .answer()
                .is(200)
                .at("/decisionId");
    }

    private OnlineShop.Answer of(String who, String what, String then) {
        return shop.get("/v1/profiles/" + who + what + "?asOf=" + then).answer();
    }

    private OnlineShop.Answer profile(String who, String then) {
        return shop.get("/v1/profiles/" + who + "?asOf=" + then).answer();
    }

    private OnlineShop.Answer identifiers(String who, String then) {
        return shop.get("/v1/profiles/" + who + "/identifiers?asOf=" + then).answer();
    }
}
