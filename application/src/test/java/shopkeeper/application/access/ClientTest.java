package shopkeeper.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static shopkeeper.application.access.Scope.BROWSE;
import static shopkeeper.application.access.Scope.COLLECT;
import static shopkeeper.application.access.Scope.CONSENT;
import static shopkeeper.application.access.Scope.DECIDE;
import static shopkeeper.application.access.Scope.PROFILES;
import static shopkeeper.application.access.Scope.RECALL;
import static shopkeeper.application.access.Scope.TILL;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.kernel.StoreId;

class ClientTest {
    @Test
    void each_client_may_do_what_its_role_needs() {
        assertThat(Client.named("web").scopes())
                .containsExactlyInAnyOrder(COLLECT, PROFILES, CONSENT, DECIDE, RECALL, BROWSE);
        assertThat(Client.named("agent").scopes())
                .containsExactlyInAnyOrder(PROFILES, CONSENT, DECIDE, RECALL, BROWSE);
        assertThat(Client.named("browser:shop").scopes())
                .containsExactlyInAnyOrder(COLLECT, DECIDE);
        assertThat(Client.named("till:0042:07").scopes()).containsExactly(TILL);
        assertThat(Client.named("admin").scopes()).containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void a_till_stands_in_a_store() {
        assertThat(Client.named("till:0042:07").store()).contains(new StoreId("0042"));
        assertThat(Client.named("web").store()).isEmpty();
    }

    @Test
    void only_the_key_of_a_browser_belongs_to_pages() {
        assertThat(Client.named("browser:shop").on(Set.of("https://shop.example")).origins())
                .containsExactly("https://shop.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.named("web").on(Set.of("https://shop.example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "shop.example",
                "https://shop.example/",
                "https://Shop.example",
                "https://shop.example/x",
                "https://*.example",
                "ftp://shop.example",
                "https://shop.example\n"
            })
    void what_no_browser_sends_is_no_origin(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.named("browser:shop").on(Set.of(origin)))
                .withMessageContaining("origin");
    }

    @Test
    void an_agent_vouches_with_the_name_of_the_key_and_a_program_vouches_for_nobody() {
        assertThat(Client.named("agent:a-7").agent()).contains("a-7");
        assertThat(Client.named("agent:a-7").scopes()).isEqualTo(Client.named("agent").scopes());
        assertThat(Client.named("agent").agent()).contains("agent");
        assertThat(Client.named("admin").agent()).contains("admin");
        assertThat(Client.named("web").agent()).isEmpty();
        assertThat(Client.named("till:0042:07").agent()).isEmpty();
        assertThat(Client.named("browser:shop").agent()).isEmpty();
        assertThat(Client.named("follower:erp").agent()).isEmpty();
    }

    @Test
    void a_token_grants_the_scopes_that_it_names_and_no_others() {
        var crm = new Token("crm-1", Set.of("openid", "profiles", "till", "OPERATE")).client();
        assertThat(crm.name()).isEqualTo("token:crm-1");
        assertThat(crm.scopes()).containsExactly(PROFILES);
        assertThat(crm.agent()).isEmpty();
        var agent = new Token("a|9", Set.of("agent", "profiles", "operate")).client();
        assertThat(agent.name()).isEqualTo("agent:a|9");
        assertThat(agent.scopes()).containsExactly(PROFILES);
        assertThat(agent.agent()).contains("a|9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ada@example.org"})
    void a_subject_is_an_opaque_id(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Token(subject, Set.of()))
                .withMessageContaining("the subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Web",
                "root",
                "agent:",
                "agent:Ada Smith",
                "till",
                "till:0042",
                "till::07",
                "till:a b:1"
            })
    void nobody_else_is_a_client(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.named(name))
                .withMessageContaining("'" + name + "'");
    }
}
