package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.fakes.InMemoryShop;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.RevealEvent.IdentifiersRevealed;
import shopkeeper.domain.profile.RevealEvent.Occasion;

class RevealTest {
    private final OnlineShop shop = new OnlineShop();
    private String ann = "";

    @BeforeEach
    void ann_is_known() {
        shop.post(
                        "/v1/identify",
                        """
                        {"messageId":"i","anonymousId":"v-1","userId":"u-1",
                         "traits":{"email":"ann@example.org"}}\
                        """)
                .as("web")
                .answer()
                .is(202);
        ann = lookup("web", "ann@example.org").is(200).at("/customer");
    }

    @Test
    void an_agent_who_finds_somebody_is_remembered() {
        lookup("agent:a-7", "ann@example.org").is(200);
        var kept = kept();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().customer().value()).isEqualTo(ann);
        assertThat(kept.getFirst().agent()).isEqualTo("a-7");
        assertThat(kept.getFirst().occasion()).isEqualTo(Occasion.FOUND_BY);
        assertThat(kept.getFirst().kinds()).containsExactly(IdentifierType.EMAIL);
        assertThat(kept.toString()).doesNotContain("ann@example.org");
    }

    @Test
    void an_agent_who_reads_what_somebody_is_called_is_remembered() {
        shop.get("/v1/profiles/" + ann).as("agent:a-7").answer().is(200);
        shop.get("/v1/profiles/" + ann + "/identifiers").as("admin").answer().is(200);
        assertThat(kept()).extracting(IdentifiersRevealed::agent).containsExactly("a-7", "admin");
        assertThat(kept()).allMatch(one -> one.kinds().contains(IdentifierType.EMAIL));
        assertThat(kept()).allMatch(one -> one.occasion() == Occasion.SHOWN);
    }

    @Test
    void each_look_is_one_look_however_often_it_is_asked_for() {
        lookup("agent:a-7", "ann@example.org").is(200);
        lookup("agent:a-7", "ann@example.org").is(200);
        assertThat(kept()).hasSize(2);
    }

    @Test
    void what_shows_nothing_of_a_person_is_no_look() {
        lookup("agent:a-7", "nobody@example.org").isProblem(404, "not-found");
        shop.get("/v1/profiles/" + ann + "/timeline").as("agent:a-7").answer().is(200);
        shop.get("/v1/profiles/nobody").as("agent:a-7").answer().isProblem(404, "not-found");
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_program_is_nobody_who_looks() {
        shop.get("/v1/profiles/" + ann).as("web").answer().is(200);
        assertThat(kept()).isEmpty();
    }

    @Test
    void the_customers_timeline_shows_who_looked() {
        lookup("agent:a-7", "ann@example.org").is(200);
        var timeline =
                shop.get("/v1/profiles/" + ann + "/timeline?channel=SUPPORT").as("web").answer();
        assertThat(timeline.is(200).at("/entries/0/kind")).isEqualTo("identifiers-revealed");
        assertThat(timeline.text()).doesNotContain("ann@example.org");
    }

    @Test
    void at_the_desk_finding_and_showing_in_full_are_looks() {
        var session = signedIn();
        desk("/desk/find", "type=email&value=ann%40example.org", session).is(303);
        assertThat(shop.get("/?customer=" + ann).with("Cookie", session).answer().is(200).text())
                .doesNotContain("ann@example.org");
        assertThat(kept())
                .extracting(IdentifiersRevealed::occasion)
                .containsExactly(Occasion.FOUND_BY);
        assertThat(desk("/desk/customers/" + ann + "/identifiers", "", session).is(200).text())
                .contains("ann@example.org");
        assertThat(kept())
                .extracting(IdentifiersRevealed::occasion)
                .containsExactly(Occasion.FOUND_BY, Occasion.SHOWN);
        assertThat(kept()).allMatch(one -> one.agent().equals("a-7"));
        assertThat(kept()).allMatch(one -> one.via().touchpoint().equals("desk"));
    }

    private List<IdentifiersRevealed> kept() {
        return shop.the(InMemoryShop.class).log.facts(IdentifiersRevealed.class);
    }

    private OnlineShop.Answer lookup(String client, String email) {
        return shop.post("/v1/profiles/lookup", "{\"type\":\"email\",\"value\":\"" + email + "\"}")
                .as(client)
                .answer();
    }

    private String signedIn() {
        var cookie = desk("/desk/sign-in", "key=key-of-agent:a-7", "").is(303).header("Set-Cookie");
        return String.valueOf(cookie).split(";", -1)[0];
    }

    private OnlineShop.Answer desk(String path, String form, String session) {
        return shop.post(path, form)
                .without("Authorization")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Host", "localhost")
                .with("Origin", "http://localhost")
                .with("Cookie", session)
                .answer();
    }
}
