package shopkeeper.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifierTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "EMAIL,' Ann@Example.ORG ',ann@example.org",
                "EMAIL,Ａnn@example.org,ann@example.org",
                "PHONE,+49 (30) 123-45/6.7,+49301234567",
                "LOYALTY,4000 0066 677,40000066677",
                "LOYALTY,４000,4000",
                "ANONYMOUS, A-b ,A-b",
                "CRM, K 17 ,K 17",
                "RECEIPT, 0042-07 ,0042-07",
            })
    void an_identifier_is_the_same_in_every_channel(
            IdentifierType type, String typed, String normalised) {
        assertThat(new Identifier(type, typed).value()).isEqualTo(normalised);
    }

    @ParameterizedTest
    @EnumSource(IdentifierType.class)
    void nothing_points_at_nobody(IdentifierType type) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Identifier(type, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identifier(type, "1".repeat(321)))
                .withMessageContaining("1 to 320");
    }

    @Test
    void a_phone_number_of_punctuation_only_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identifier(IdentifierType.PHONE, "( - )"));
    }

    @ParameterizedTest
    @CsvSource({"ann.example.org", "@example.org"})
    void an_email_address_needs_an_at(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identifier(IdentifierType.EMAIL, value))
                .withMessage("an e-mail address needs an @");
    }

    @ParameterizedTest
    @EnumSource(IdentifierType.class)
    void an_identifier_holds_no_control_characters(IdentifierType type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identifier(type, "a\0@example.org"))
                .withMessage("an identifier holds no control characters");
    }

    @Test
    void an_identifier_never_shows_its_value() {
        assertThat(new Identifier(IdentifierType.EMAIL, "ann@example.org")).hasToString("EMAIL:…");
    }

    @Test
    void only_a_device_can_be_shared() {
        assertThat(IdentifierType.values())
                .filteredOn(IdentifierType::isAnonymous)
                .containsExactly(IdentifierType.ANONYMOUS);
    }
}
