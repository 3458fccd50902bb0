package shopkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ModelTrainingTest {
    @Test
    void models_that_cannot_be_trained_are_tried_again() throws InterruptedException {
        var thrice = new CountDownLatch(3);
        try (var _ =
                new ModelTraining(
                        _ -> {
                            thrice.countDown();
                            if (thrice.getCount() == 2) {
                                throw new OutOfMemoryError("no room");
                            }
                            throw new IllegalStateException("nothing to train");
                        },
                        InstantSource.system(),
                        Duration.ofMillis(50))) {
            assertThat(thrice.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
