package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileAndConsentTest {
    private final OnlineShop shop = new OnlineShop();
    private String ann = "";

    @BeforeEach
    void ann_is_known() {
        shop.post(
                        "/v1/batch",
                        """
                        {"batch":[
                         {"type":"identify","messageId":"i","userId":"u-1","traits":{"email":"ann@example.org"}},
                         {"type":"track","event":"Order Completed","messageId":"o","userId":"u-1",
                          "properties":{"order_id":"O-1","currency":"EUR",
                           "products":[{"product_id":"P-10","price":19.95}]}}]}\
                        """)
                .answer()
                .is(202);
        ann =
                shop.post(
                                "/v1/profiles/lookup",
                                "{\"type\":\"email\",\"value\":\"ANN@example.org\"}")
                        .as("agent")
                        .answer()
                        .is(200)
                        .at("/customer");
    }

    @Test
    void a_profile_shows_who_it_is() {
        var profile = shop.get("/v1/profiles/" + ann).as("agent").answer().is(200);
        assertThat(profile.at("/customer")).isEqualTo(ann);
        assertThat(profile.at("/metAt")).isEqualTo("2026-11-20T10:00:10Z");
        assertThat(profile.at("/identifiers/1/type")).isEqualTo("email");
        assertThat(profile.at("/identifiers/1/value")).isEqualTo("ann@example.org");
        assertThat(profile.at("/identifiers/1/channel")).isEqualTo("ONLINE");
        var identifiers = shop.get("/v1/profiles/" + ann + "/identifiers").answer().is(200);
        assertThat(identifiers.json().at("/identifiers"))
                .isEqualTo(profile.json().at("/identifiers"));
    }

    @Test
    void a_timeline_tells_what_happened() {
        var timeline =
                shop.get("/v1/profiles/" + ann + "/timeline?limit=5&channel=ONLINE")
                        .answer()
                        .is(200);
        assertThat(timeline.at("/entries/0/kind")).isEqualTo("purchase");
        assertThat(timeline.at("/entries/0/reference")).isEqualTo("web:O-1");
        assertThat(timeline.at("/entries/0/touchpoint")).isEqualTo("web");
        assertThat(timeline.json().at("/entries/0/position").asLong()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"email","value":"bob@example.org"} | 404 | not-found
                    {"type":"passport","value":"x"}            | 400 | invalid
                    {"type":"EMAIL","value":"x@y"}             | 400 | invalid
                    {"type":"email","value":"x"}               | 400 | invalid
                    {"type":"email","value":""}                | 400 | invalid
                    {"type":"email"}                           | 400 | invalid
                    {"value":"x"}                              | 400 | invalid
                    """)
    void whom_nobody_knows_is_not_found(String body, int status, String code) {
        shop.post("/v1/profiles/lookup", body).answer().isProblem(status, code);
    }

    @Test
    void what_was_granted_is_allowed_until_it_is_withdrawn() {
        assertThat(permission("CONTENT_PERSONALIZATION").at("/code")).isEqualTo("NO_DECISION");
        var granted = say("CONTENT_PERSONALIZATION", granted("")).is(200);
        assertThat(granted.at("/outcome")).isEqualTo("accepted");
        var allowed = permission("CONTENT_PERSONALIZATION");
        assertThat(allowed.json().at("/allowed").asBoolean()).isTrue();
        assertThat(allowed.at("/basis")).isEqualTo("CONSENT");
        assertThat(allowed.at("/evidence")).contains("CONTENT_PERSONALIZATION granted");
        var standing = shop.get("/v1/profiles/" + ann + "/consents").answer().is(200);
        assertThat(standing.at("/consents/0/purpose")).isEqualTo("CONTENT_PERSONALIZATION");
        assertThat(standing.at("/consents/0/choice")).isEqualTo("GRANTED");
        assertThat(standing.at("/consents/0/notice/id")).isEqualTo("n");
        assertThat(standing.json().at("/consents/0/position").asLong())
                .isEqualTo(granted.json().at("/position").asLong());
        say("CONTENT_PERSONALIZATION", "{\"choice\":\"WITHDRAWN\"}").is(200);
        var denied = permission("CONTENT_PERSONALIZATION");
        assertThat(denied.json().at("/allowed").asBoolean()).isFalse();
        assertThat(denied.at("/code")).isEqualTo("WITHDRAWN");
        assertThat(say("CONTENT_PERSONALIZATION", "{\"choice\":\"WITHDRAWN\"}").at("/outcome"))
                .isEqualTo("accepted");
    }

    @Test
    void messages_are_allowed_for_each_contact_method_by_itself() {
        say("MARKETING_MESSAGES", granted(",\"contactMethod\":\"EMAIL\"")).is(200);
        assertThat(
                        permission("MARKETING_MESSAGES?contactMethod=EMAIL")
                                .json()
                                .at("/allowed")
                                .asBoolean())
                .isTrue();
        assertThat(permission("MARKETING_MESSAGES?contactMethod=SMS").at("/code"))
                .isEqualTo("NO_DECISION");
    }

    @Test
    void a_refusal_is_kept_with_its_channel_and_time() {
        say(
                        "ANALYTICS",
                        granted(
                                        ",\"channel\":\"SUPPORT\",\"touchpoint\":\"phone\",\"at\":\"2026-11-20T09:00:00Z\"")
                                .replace("GRANTED", "REFUSED"))
                .is(200);
        var standing = shop.get("/v1/profiles/" + ann + "/consents").answer().is(200);
        assertThat(standing.at("/consents/0/choice")).isEqualTo("REFUSED");
        assertThat(standing.at("/consents/0/channel")).isEqualTo("SUPPORT");
        assertThat(standing.at("/consents/0/touchpoint")).isEqualTo("phone");
        assertThat(standing.at("/consents/0/since")).isEqualTo("2026-11-20T09:00:00Z");
    }

    @Test
    void the_shop_refuses_what_is_no_word_of_the_customer() {
        say("ANALYTICS", granted("").replace("BUTTON", "DISMISSED"))
                .isProblem(422, "dismissal-is-no-consent");
    }

    @Test
    void the_same_key_says_the_same_thing_once() {
        var first = sayWithKey("k-1", granted("")).is(200);
        assertThat(first.at("/outcome")).isEqualTo("accepted");
        var again = sayWithKey("k-1", granted(""));
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        sayWithKey("k-1", "{\"choice\":\"WITHDRAWN\"}").isProblem(422, "idempotency-conflict");
    }

    @Test
    void a_key_belongs_to_its_client() {
        sayWithKey("k-2", granted("")).is(200);
        shop.put("/v1/profiles/" + ann + "/consents/ANALYTICS", "{\"choice\":\"WITHDRAWN\"}")
                .as("agent")
                .with("Idempotency-Key", "k-2")
                .answer()
                .is(200);
    }

    private OnlineShop.Answer sayWithKey(String key, String said) {
        return shop.put("/v1/profiles/" + ann + "/consents/ANALYTICS", said)
                .as("web")
                .with("Idempotency-Key", key)
                .answer();
    }

    private OnlineShop.Answer say(String purpose, String said) {
        return shop.put("/v1/profiles/" + ann + "/consents/" + purpose, said).as("web").answer();
    }

    private OnlineShop.Answer permission(String purpose) {
        return shop.get("/v1/profiles/" + ann + "/permissions/" + purpose).answer().is(200);
    }

    private static String granted(String more) {
        return """
        {"choice":"GRANTED","notice":{"id":"n","version":"1","locale":"de"},"method":"BUTTON"%s}\
        """
                .formatted(more);
    }
}
