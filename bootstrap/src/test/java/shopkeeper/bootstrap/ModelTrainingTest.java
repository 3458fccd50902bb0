package shopkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import shopkeeper.application.recommendation.RetrainModels.Result;
import shopkeeper.application.recommendation.RetrainModels.Training;

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

    @Test
    void what_comes_of_trainings_is_told() throws InterruptedException {
        var meters = new SimpleMeterRegistry();
        var answers = new ArrayDeque<>(List.of(Result.SERVED, Result.BELOW_FLOOR));
        var asked = new CountDownLatch(4);
        try (var training =
                new ModelTraining(
                        _ -> {
                            asked.countDown();
                            if (asked.getCount() == 1) {
                                throw new IllegalStateException("nothing to train");
                            }
                            return new Training(
                                    Optional.ofNullable(answers.poll()).orElse(Result.NOT_DUE),
                                    "v-1",
                                    1.2,
                                    1.5);
                        },
                        InstantSource.system(),
                        Duration.ofMillis(20))) {
            training.bindTo(meters);
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(trainings(meters, "served")).isOne();
        assertThat(trainings(meters, "below_floor")).isOne();
        assertThat(trainings(meters, "failed")).isOne();
        assertThat(meters.get("shopkeeper.models.reached").gauge().value()).isEqualTo(1.2);
        assertThat(meters.get("shopkeeper.models.floor").gauge().value()).isEqualTo(1.5);
    }

    private static double trainings(MeterRegistry meters, String result) {
        return meters.get("shopkeeper.models.trainings")
                .tag("result", result)
                .functionCounter()
                .count();
    }
}
