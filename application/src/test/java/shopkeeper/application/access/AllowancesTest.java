package shopkeeper.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.access.Client.Role;

class AllowancesTest {
    @Test
    void what_is_not_said_stays_as_usual() {
        var changed = Allowances.USUAL.with("agent=600/60, wrong-keys=20/30");
        assertThat(changed.of(Role.AGENT)).isEqualTo(new Allowance(600, Duration.ofSeconds(60)));
        assertThat(changed.wrongKeys()).isEqualTo(new Allowance(20, Duration.ofSeconds(30)));
        assertThat(changed.of(Role.WEB)).isEqualTo(Allowances.USUAL.of(Role.WEB));
        assertThat(Allowances.USUAL.with(" ")).isEqualTo(Allowances.USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent",
                "agent=",
                "agent=1",
                "agent=1/0",
                "agent=0/60",
                "bob=1/60",
                "agent=-1/60",
                ","
            })
    void what_is_no_limit_is_said_to_be_none(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Allowances.USUAL.with(text));
    }
}
