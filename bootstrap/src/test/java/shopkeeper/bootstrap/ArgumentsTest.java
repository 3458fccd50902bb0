package shopkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentsTest {
    @Test
    void options_stand_before_or_behind_words_and_with_or_without_equals_sign() {
        var arguments = read("one.csv", "--data", "/shop", "two.csv", "--port=81");

        assertThat(arguments.words()).containsExactly("one.csv", "two.csv");
        assertThat(arguments.data()).isEqualTo(Path.of("/shop"));
        assertThat(arguments.port("port", 8080)).isEqualTo(81);
    }

    @Test
    void what_is_not_said_is_as_usual() {
        assertThat(read().port("port", 8080)).isEqualTo(8080);
        assertThat(read().data()).isEqualTo(Arguments.home().resolve("data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "65536", "80 ", "999999999999"})
    void a_port_is_a_number_that_a_port_can_have(String text) {
        assertThatThrownBy(() -> read("--port=" + text).port("port", 8080))
                .isInstanceOf(WrongUse.class)
                .hasMessage("--port needs a port from 0 to 65535, not '" + text + "'");
    }

    @Test
    void an_option_without_a_value_is_wrong_use() {
        for (var args :
                List.of(
                        List.of("--data"),
                        List.of("--data="),
                        List.of("--data", ""),
                        List.of("--data", "--port", "81"))) {
            assertThatThrownBy(() -> Arguments.of(args, "data", "port"))
                    .isInstanceOf(WrongUse.class)
                    .hasMessage("--data needs a value");
        }
    }

    @Test
    void an_option_that_nobody_knows_is_wrong_use() {
        assertThatThrownBy(() -> read("--colour", "red"))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("there is no option --colour here");
    }

    private static Arguments read(String... args) {
        return Arguments.of(List.of(args), "data", "port");
    }
}
