package shopkeeper.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The short forms; the long ones are commands (docs/proofs.md). */
class ProofsTest {
    private static void isKept(String... words) {
        var said = new ByteArrayOutputStream();
        int exit;
        try (var out = new PrintStream(said, true, UTF_8)) {
            exit = Prove.run(List.of(words), new Program(Optional.empty()), out);
        }
        System.out.println(said.toString(UTF_8));
        assertThat(exit).as(said.toString(UTF_8)).isZero();
    }

    private static int wrong(String... words) {
        return Prove.run(
                Arrays.asList(words),
                new Program(Optional.empty()),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    }

    @Test
    void what_was_acknowledged_survives_three_kills_and_counts_once() {
        isKept("kills", "--count", "3", "--writes", "600");
    }

    @Test
    void what_nobody_promised_is_wrong_use() {
        assertThat(wrong("miracles")).isEqualTo(2);
        assertThat(wrong("kills", "--count")).isEqualTo(2);
        assertThat(wrong("kills", "--count", "many")).isEqualTo(2);
        assertThat(wrong()).isEqualTo(2);
        assertThat(wrong("help")).isZero();
    }
}
