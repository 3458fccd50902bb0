package shopkeeper.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\nb", "é", "a\u0000", "\u007f"})
    void an_id_is_printable_ascii_without_blanks(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerId(value));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProductId(value));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreId(value));
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageId("web", value));
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageId(value, "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Via(Channel.ONLINE, value))
                .withMessageContaining("touchpoint");
    }

    @Test
    void an_id_has_at_most_200_characters() {
        assertThat(new ProductId("x".repeat(200)).value()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductId("x".repeat(201)))
                .withMessage("product id must have 1 to 200 characters, it has 201");
    }

    @Test
    void an_id_shows_itself_plainly() {
        assertThat(new CustomerId("c-1")).hasToString("c-1");
        assertThat(new ProductId("!~")).hasToString("!~");
        assertThat(new StoreId("0042")).hasToString("0042");
        assertThat(new MessageId("till", "7")).hasToString("till/7");
    }

    @Test
    void channels_have_their_usual_touchpoints() {
        assertThat(Via.web()).isEqualTo(new Via(Channel.ONLINE, "web"));
        assertThat(Via.till()).isEqualTo(new Via(Channel.IN_STORE, "till"));
        assertThat(Via.phone()).isEqualTo(new Via(Channel.SUPPORT, "phone"));
    }

    @Test
    void positions_follow_each_other_from_zero() {
        assertThat(Position.START).isLessThan(new Position(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(-1));
    }
}
