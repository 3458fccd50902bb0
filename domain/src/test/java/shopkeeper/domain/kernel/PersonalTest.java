package shopkeeper.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonalTest {
    @Test
    void personal_data_never_shows_itself() {
        assertThat(Personal.known("ann@example.org").toString()).doesNotContain("ann");
    }

    @Test
    void what_is_known_can_be_read_and_changed() {
        assertThat(Personal.known("ann").map(String::length)).isEqualTo(Personal.known(3));
        assertThat(Personal.known("ann").asOptional()).contains("ann");
    }

    @Test
    void what_is_erased_stays_erased() {
        assertThat(Personal.<String>erased().map(String::length)).isEqualTo(Personal.erased());
        assertThat(Personal.<String>erased().asOptional()).isEmpty();
    }
}
