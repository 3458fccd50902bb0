package shopkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @ParameterizedTest
    @CsvSource({
        "09521234543213, 09521234543213, true",
        "9521234543213, 09521234543213, true",
        "96385074, 00000096385074, true",
        "036000291452, 00036000291452, true",
        "36000291452, 00036000291452, true",
        "09521234543214, 09521234543214, false",
        "4011, 00000000004011, false"
    })
    void lost_zeros_come_back_and_a_wrong_digit_is_seen(String sent, String full, boolean right) {
        var gtin = Gtin.of(sent).orElseThrow();

        assertThat(gtin.product()).hasToString(full);
        assertThat(gtin.isChecked()).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789012345", "4011A", "-1", "１２"})
    void anything_else_is_no_bar_code(String text) {
        assertThat(Gtin.of(text)).isEmpty();
    }

    @Test
    void it_always_has_14_digits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gtin("123"));
    }
}
