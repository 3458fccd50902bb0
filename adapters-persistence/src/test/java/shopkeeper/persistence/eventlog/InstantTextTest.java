package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InstantTextTest {
    @Test
    void reads_what_an_instant_says_of_itself() {
        long seed = System.nanoTime();
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            long second = chance.nextLong(-62_135_596_800L, 253_402_300_800L);
            int nano =
                    switch (chance.nextInt(4)) {
                        case 0 -> 0;
                        case 1 -> chance.nextInt(1_000) * 1_000_000;
                        case 2 -> chance.nextInt(1_000_000) * 1_000;
                        default -> chance.nextInt(1_000_000_000);
                    };
            Instant instant = Instant.ofEpochSecond(second, nano);
            assertThat(InstantText.parse(instant.toString()))
                    .as("seed %d, %s", seed, instant)
                    .isEqualTo(instant);
        }
    }

    @Test
    void reads_what_is_unusual_as_the_general_parser_does() {
        for (String text :
                List.of(
                        "-0044-03-15T12:00:00Z",
                        "+10000-01-01T00:00:00Z",
                        "2026-11-22T10:15:30+01:00",
                        "2026-11-22T24:00:00Z",
                        "2016-12-31T23:59:60Z",
                        "2026-11-22T10:15:30.1Z",
                        "2026-11-22t10:15:30z")) {
            assertThat(InstantText.parse(text)).as(text).isEqualTo(Instant.parse(text));
        }
    }

    @Test
    void refuses_what_is_no_instant() {
        for (String text :
                List.of(
                        "",
                        "Z",
                        "2026-02-29T00:00:00Z",
                        "2026-13-01T00:00:00Z",
                        "2026-11-22T25:00:00Z",
                        "2026-11-22T10:60:00Z",
                        "2026-11-22T10:15:30.1234567890Z",
                        "2026-11-22 10:15:30Z",
                        "2026-11-22T10:15:3xZ",
                        "2026-11-22T10:15:30")) {
            assertThatThrownBy(() -> InstantText.parse(text))
                    .as(text)
                    .isInstanceOf(DateTimeException.class);
        }
    }
}
