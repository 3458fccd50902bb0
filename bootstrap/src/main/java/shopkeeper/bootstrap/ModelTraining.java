package shopkeeper.bootstrap;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.recommendation.RetrainModels;
import shopkeeper.application.recommendation.RetrainModels.Training;

/** Asks every half minute whether models are due, in a thread of its own. */
final class ModelTraining implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelTraining.class);
    private static final Duration PACE = Duration.ofSeconds(30);

    private final RetrainModels retraining;
    private final InstantSource time;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("model-training").daemon().factory());

    ModelTraining(RetrainModels retraining, InstantSource time) {
        this(retraining, time, PACE);
    }

    /**
     * @param pace how long it waits before it asks again
     */
    ModelTraining(RetrainModels retraining, InstantSource time, Duration pace) {
        this.retraining = retraining;
        this.time = time;
        var _ =
                thread.scheduleWithFixedDelay(
                        this::train, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever it throws, want of memory too, would end all later runs without a word. */
    private void train() {
        try {
            tell(retraining.whenDue(time.instant()));
        } catch (RuntimeException | Error e) {
            LOG.error("models could not be trained, the old ones stay: {}", e.toString());
        }
    }

    private static void tell(Training training) {
        switch (training.result()) {
            case NOT_DUE, TOO_LITTLE -> {}
            case SERVED ->
                    LOG.debug("models {} reached {}", training.version(), training.reached());
            case BELOW_FLOOR ->
                    LOG.warn(
                            "new models reached {} and had to reach {}: {} stay in use",
                            training.reached(),
                            training.floor(),
                            training.version());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
