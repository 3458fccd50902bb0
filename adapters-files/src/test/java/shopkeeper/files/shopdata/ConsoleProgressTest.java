package shopkeeper.files.shopdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_terminal_sees_one_line_drawn_over_itself() {
        var bar = ShopDataModule.console(out, true, () -> now);

        bar.at(0, 1_000, "receipts");
        later(Duration.ofSeconds(10));
        bar.at(250, 1_000, "receipts");
        later(Duration.ofSeconds(30));
        bar.at(1_000, 1_000, "receipts");

        assertThat(lines("\r"))
                .satisfiesExactly(
                        nothing -> assertThat(nothing).isEmpty(),
                        quarter ->
                                assertThat(quarter)
                                        .contains(
                                                "[######                  ]",
                                                "25%",
                                                "250 of 1,000",
                                                "25 rows/s",
                                                "0:30 left"),
                        end -> assertThat(end).contains("100%", "0:40 in all"));
        assertThat(text()).endsWith("\n");
    }

    @Test
    void a_file_gets_a_plain_line_every_few_seconds_and_the_end() {
        var bar = ShopDataModule.console(out, false, () -> now);

        for (int row = 0; row <= 120; row++) {
            bar.at(row, 120, "receipts");
            later(Duration.ofMillis(100));
        }

        assertThat(text()).doesNotContain("\r");
        assertThat(lines("\n")).hasSize(3);
    }

    @Test
    void rows_that_were_done_before_do_not_count_as_speed() {
        var bar = ShopDataModule.console(out, true, () -> now);

        bar.at(500, 1_000, "receipts");
        later(Duration.ofSeconds(1));
        bar.at(600, 1_000, "receipts");

        assertThat(text()).contains("100 rows/s", "0:04 left");
    }

    @Test
    void what_has_no_known_end_shows_how_far_and_how_fast() {
        var bar = ShopDataModule.console(out, true, () -> now);

        bar.at(0, 0, "checking");
        later(Duration.ofSeconds(2));
        bar.at(5_000, 0, "checking");

        assertThat(text()).contains("checking", "5,000", "2,500 rows/s").doesNotContain("left");
    }

    private void later(Duration by) {
        now = now.plus(by);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private String[] lines(String end) {
        return text().stripTrailing().split(end, -1);
    }
}
