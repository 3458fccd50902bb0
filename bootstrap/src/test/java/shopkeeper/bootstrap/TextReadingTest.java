package shopkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReadingTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.01S, PT2S, a small shop is read at once",
        "PT0.5S, PT5S, reading takes at most a tenth of the time",
        "PT9S, PT30S, and a new product is never older than a minute"
    })
    void a_shop_is_read_as_often_as_it_can_bear(Duration reading, Duration pause, String why) {
        assertThat(TextReading.pauseAfter(reading)).as(why).isEqualTo(pause);
    }

    @Test
    void texts_that_cannot_be_read_are_tried_again() throws InterruptedException {
        var thrice = new CountDownLatch(3);
        try (var _ =
                new TextReading(() -> {
                    thrice.countDown();
                    if (thrice.getCount() == 2) {
                        throw new OutOfMemoryError("no room");
                    }
                    throw new IllegalStateException("unreadable");
                })) {
            assertThat(thrice.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
