package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
    private final ContentDigest digest = new ContentDigest(Tally.secret());

    @Test
    void the_same_content_has_the_same_digest_on_every_node() {
        assertThat(new ContentDigest(Tally.secret()).of("ann@example.org"))
                .isEqualTo(digest.of("ann@example.org"));
        assertThat(digest.of("ann@example.com")).isNotEqualTo(digest.of("ann@example.org"));
    }

    @Test
    void who_guesses_the_content_but_not_the_secret_cannot_confirm_it() throws Exception {
        byte[] other = Tally.secret();
        other[0]++;
        byte[] plain =
                MessageDigest.getInstance("SHA-256")
                        .digest("ann@example.org".getBytes(StandardCharsets.UTF_8));

        assertThat(digest.of("ann@example.org"))
                .isNotEqualTo(new ContentDigest(other).of("ann@example.org"))
                .isNotEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(plain));
    }

    @Test
    void a_secret_that_could_be_guessed_is_refused() {
        assertThatThrownBy(() -> new ContentDigest(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
