package shopkeeper.acceptance.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.acceptance.drivers.Address;

class SpecsOptionsTest {
    private static final String WEB = "--against=https://shop.example";

    @ParameterizedTest
    @CsvSource({
        "tills.example:5671, tills.example, 5671",
        "tills.example, tills.example, 5672",
        "[::1]:99, ::1, 99",
    })
    void tills_may_be_elsewhere_than_the_web(String said, String host, int port) {
        assertThat(tills(Optional.empty(), WEB, "--against-amqp", said))
                .contains(new Address(host, port));
        assertThat(tills(Optional.of(said), WEB)).contains(new Address(host, port));
    }

    @Test
    void what_is_said_on_the_command_line_goes_before_the_environment() {
        assertThat(tills(Optional.of("other:1"), WEB, "--against-amqp", "tills:2"))
                .contains(new Address("tills", 2));
    }

    @Test
    void a_port_alone_is_at_the_webs_host() {
        assertThat(tills(Optional.empty(), WEB, "--amqp-port", "7"))
                .contains(new Address("shop.example", 7));
        assertThat(tills(Optional.empty(), WEB)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "amqp://tills", "tills:", "tills:0", "tills:65536"})
    void what_is_no_address_is_said_to_be_none(String said) {
        assertThatExceptionOfType(WrongUse.class)
                .isThrownBy(() -> tills(Optional.empty(), WEB, "--against-amqp=" + said))
                .withMessageContaining("'" + said + "'");
    }

    private static Optional<Address> tills(Optional<String> told, String... args) {
        return SpecsOptions.of(List.of(args)).tills("amqp", 5672, told);
    }
}
