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
    void a_database_that_is_restarted_is_waited_for_and_nothing_is_lost() {
        isKept("restart", "--count", "2", "--writes", "400");
    }

    @Test
    void nobody_who_reads_misses_an_event_of_sixteen_stalling_writers() {
        isKept("readers", "--events", "2000", "--seconds", "10");
    }

    @Test
    void one_bad_message_in_a_hundred_is_parked_and_stops_nobody() {
        isKept("poison", "--writes", "1000");
    }

    @Test
    void what_grew_live_is_what_the_log_tells() {
        isKept("replay", "--writes", "300", "--views", "1");
    }

    @Test
    void a_frozen_nodes_work_is_taken_over_and_its_own_is_refused() {
        isKept("zombie", "--count", "1", "--writes", "600");
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
