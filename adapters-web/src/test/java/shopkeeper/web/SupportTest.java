package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportTest {
    private final OnlineShop shop = new OnlineShop();
    private String ann = "";

    @BeforeEach
    void ann_is_known() {
        shop.post(
                        "/v1/identify",
                        """
                        {"type":"identify","messageId":"i","anonymousId":"v-1","userId":"u-1",
                         "traits":{"email":"ann@example.org"}}\
                        """)
                .answer()
                .is(202);
        ann =
                shop.post("/v1/profiles/lookup", "{\"type\":\"crm\",\"value\":\"u-1\"}")
                        .as("agent")
                        .answer()
                        .is(200)
                        .at("/customer");
    }

    @Test
    void a_yes_on_the_phone_is_shown_and_proved_with_the_agent_and_the_call() {
        say(spoken("GRANTED", ",\"evidence\":{\"call\":\"k-1\"}")).is(200);
        var standing = shop.get("/v1/profiles/" + ann + "/consents").as("agent").answer().is(200);
        assertThat(standing.at("/consents/0/evidence/agent")).isEqualTo("a-7");
        assertThat(standing.at("/consents/0/evidence/call")).isEqualTo("k-1");
        assertThat(standing.at("/consents/0/channel")).isEqualTo("SUPPORT");
        assertThat(decide().at("/evidence/permissions/0/evidence"))
                .endsWith("via SUPPORT/phone, heard by agent a-7 in call k-1");
    }

    @Test
    void a_withdrawal_on_the_phone_needs_no_notice_and_keeps_its_evidence() {
        say("""
        {"choice":"WITHDRAWN","channel":"SUPPORT","touchpoint":"phone",
         "evidence":{"agent":"somebody-else","call":"k-2"}}\
        """)
                .is(200);
        var standing = shop.get("/v1/profiles/" + ann + "/consents").as("agent").answer().is(200);
        assertThat(standing.at("/consents/0/choice")).isEqualTo("WITHDRAWN");
        assertThat(standing.at("/consents/0/evidence/agent")).isEqualTo("a-7");
        assertThat(standing.at("/consents/0/evidence/call")).isEqualTo("k-2");
        assertThat(standing.json().at("/consents/0/notice").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRANTED", "REFUSED"})
    void what_nobody_heard_on_the_phone_is_refused(String choice) {
        say(spoken(choice, "")).isProblem(422, "word-of-mouth-needs-evidence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"agent\":\"a-7\"}",
                "{\"call\":\"\"}",
                "{\"call\":\"the call from 10\"}",
                "{\"agent\":\"a-7\",\"call\":\"k-1\",\"tape\":\"x\"}",
                "\"a-7\""
            })
    void evidence_names_a_call(String evidence) {
        say(spoken("GRANTED", ",\"evidence\":" + evidence)).isProblem(400, "invalid");
    }

    @Test
    void a_decision_on_her_behalf_is_open_until_it_expires() {
        var id = decide().at("/decisionId");
        var open = shop.get("/v1/profiles/" + ann + "/decisions?open=true").as("agent").answer();
        assertThat(open.is(200).at("/decisions/0/decisionId")).isEqualTo(id);
        assertThat(shop.get("/v1/decisions/" + id).as("agent").answer().is(200).at("/decisionId"))
                .isEqualTo(id);

        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofMinutes(31));

        var late = shop.get("/v1/profiles/" + ann + "/decisions?open=true").as("agent").answer();
        assertThat(late.is(200).json().at("/decisions").size()).isZero();
        var all = shop.get("/v1/profiles/" + ann + "/decisions").as("agent").answer().is(200);
        assertThat(all.at("/decisions/0/decisionId")).isEqualTo(id);
    }

    @Test
    void a_timeline_is_read_page_by_page() {
        for (int i = 0; i < 2; i++) {
            says("GRANTED");
            says("REFUSED");
        }
        var kinds = new ArrayList<String>();
        var next = "";
        do {
            var page =
                    shop.get("/v1/profiles/" + ann + "/timeline?limit=2" + next)
                            .as("agent")
                            .answer()
                            .is(200);
            page.json().at("/entries").forEach(one -> kinds.add(one.path("kind").asString()));
            next = page.at("/next").isEmpty() ? "" : "&cursor=" + page.at("/next");
        } while (!next.isEmpty());
        assertThat(kinds)
                .containsExactly(
                        "consent-refused",
                        "consent-granted",
                        "consent-refused",
                        "consent-granted",
                        "identifiers-revealed",
                        "customer-met");
    }

    @Test
    void a_timeline_shows_one_channel_where_it_is_asked_for() {
        says("GRANTED");
        var support =
                shop.get("/v1/profiles/" + ann + "/timeline?channel=SUPPORT").as("agent").answer();
        assertThat(support.is(200).json().at("/entries").size()).isEqualTo(2);
        assertThat(support.at("/entries/0/touchpoint")).isEqualTo("phone");
        assertThat(support.at("/entries/1/touchpoint")).isEqualTo("rest");
    }

    @ParameterizedTest
    @CsvSource({
        "timeline?channel=PHONE",
        "timeline?cursor=zzz",
        "timeline?limit=0",
        "decisions?open=maybe"
    })
    void what_cannot_be_understood_is_said_to_be_so(String question) {
        shop.get("/v1/profiles/" + ann + "/" + question).answer().isProblem(400, "invalid");
    }

    @Test
    void changes_are_told_only_of_customers_there_are_and_from_a_position() {
        shop.get("/v1/profiles/nobody/changes").answer().isProblem(404, "not-found");
        shop.get("/v1/profiles/" + ann + "/changes")
                .with("Last-Event-ID", "yesterday")
                .answer()
                .isProblem(400, "invalid");
        shop.get("/v1/profiles/" + ann + "/changes")
                .as("till:S1:T1")
                .answer()
                .isProblem(403, "not-permitted");
    }

    private void says(String choice) {
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofMinutes(1));
        say(spoken(choice, ",\"evidence\":{\"call\":\"k-1\"}")).is(200);
    }

    private OnlineShop.Answer decide() {
        return shop.post(
                        "/v1/decisions",
                        """
                        {"customer":{"id":"%s"},"channel":"SUPPORT","touchpoint":"phone",
                         "placements":[{"id":"now","kind":"recommendation","limit":3}]}\
                        """
                                .formatted(ann))
                .as("agent")
                .answer()
                .is(200);
    }

    @Test
    void nobody_vouches_in_another_agents_name() {
        say(spoken("GRANTED", ",\"evidence\":{\"agent\":\"a-8\",\"call\":\"k-1\"}"))
                .isProblem(403, "not-permitted");
        say(spoken("GRANTED", ",\"evidence\":{\"agent\":\"a-7\",\"call\":\"k-1\"}")).is(200);
    }

    @Test
    void a_program_hears_nothing_but_passes_a_withdrawal_on() {
        sayAs("web", spoken("GRANTED", ",\"evidence\":{\"call\":\"k-1\"}"))
                .isProblem(403, "not-permitted");
        sayAs(
                        "web",
                        """
                        {"choice":"WITHDRAWN","channel":"SUPPORT","touchpoint":"phone",
                         "evidence":{"agent":"a-7","call":"k-2"}}\
                        """)
                .is(200);
        var standing = shop.get("/v1/profiles/" + ann + "/consents").as("agent").answer().is(200);
        assertThat(standing.at("/consents/0/choice")).isEqualTo("WITHDRAWN");
        assertThat(standing.json().at("/consents/0/evidence").isMissingNode()).isTrue();
    }

    private OnlineShop.Answer say(String said) {
        return sayAs("agent:a-7", said);
    }

    private OnlineShop.Answer sayAs(String client, String said) {
        return shop.put("/v1/profiles/" + ann + "/consents/CONTENT_PERSONALIZATION", said)
                .as(client)
                .answer();
    }

    private static String spoken(String choice, String more) {
        return """
        {"choice":"%s","notice":{"id":"n","version":"1","locale":"en-GB"},"method":"SPOKEN",
         "channel":"SUPPORT","touchpoint":"phone"%s}\
        """
                .formatted(choice, more);
    }
}
