package shopkeeper.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static shopkeeper.application.access.Scope.BROWSE;
import static shopkeeper.application.access.Scope.COLLECT;
import static shopkeeper.application.access.Scope.CONSENT;
import static shopkeeper.application.access.Scope.DECIDE;
import static shopkeeper.application.access.Scope.PROFILES;
import static shopkeeper.application.access.Scope.TILL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.kernel.StoreId;

class ClientTest {
    @Test
    void each_client_may_do_what_its_role_needs() {
        assertThat(Client.named("web").scopes())
                .containsExactlyInAnyOrder(COLLECT, PROFILES, CONSENT, DECIDE, BROWSE);
        assertThat(Client.named("agent").scopes())
                .containsExactlyInAnyOrder(PROFILES, CONSENT, DECIDE, BROWSE);
        assertThat(Client.named("till:0042:07").scopes()).containsExactly(TILL);
        assertThat(Client.named("admin").scopes()).containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void a_till_stands_in_a_store() {
        assertThat(Client.named("till:0042:07").store()).contains(new StoreId("0042"));
        assertThat(Client.named("web").store()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Web", "root", "till", "till:0042", "till::07", "till:a b:1"})
    void nobody_else_is_a_client(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.named(name))
                .withMessageContaining("'" + name + "'");
    }
}
