package shopkeeper.bootstrap;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.recommendation.RetrainModels;
import shopkeeper.application.recommendation.RetrainModels.Result;
import shopkeeper.application.recommendation.RetrainModels.Training;

/** Asks every half minute whether models are due, in a thread of its own. */
final class ModelTraining implements AutoCloseable, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(ModelTraining.class);
    private static final Duration PACE = Duration.ofSeconds(30);

    private static final Training NONE = new Training(Result.NOT_DUE, "", 0, 0);

    private final Map<Result, AtomicInteger> trainings = new EnumMap<>(Result.class);
    private final AtomicInteger failed = new AtomicInteger();
    private final RetrainModels retraining;
    private final InstantSource time;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("model-training").daemon().factory());

    private volatile Training last = NONE;

    ModelTraining(RetrainModels retraining, InstantSource time) {
        this(retraining, time, PACE);
    }

    /**
     * @param pace how long it waits before it asks again
     */
    ModelTraining(RetrainModels retraining, InstantSource time, Duration pace) {
        this.retraining = retraining;
        this.time = time;
        for (Result result : Result.values()) {
            trainings.put(result, new AtomicInteger());
        }
        var _ =
                thread.scheduleWithFixedDelay(
                        this::train, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever it throws, want of memory too, would end all later runs without a word. */
    private void train() {
        try {
            take(retraining.whenDue(time.instant()));
        } catch (RuntimeException | Error e) {
            failed.incrementAndGet();
            LOG.error("models could not be trained, the old ones stay: {}", e.toString());
        }
    }

    private void take(Training training) {
        if (training.result() != Result.NOT_DUE) {
            trainings.getOrDefault(training.result(), failed).incrementAndGet();
            last = training;
        }
        switch (training.result()) {
            case NOT_DUE, TOO_LITTLE -> {}
            case SERVED -> LOG.info("models {} reached {}", training.version(), training.reached());
            case BELOW_FLOOR ->
                    LOG.warn(
                            "new models reached {} and had to reach {}: {} stay in use",
                            training.reached(),
                            training.floor(),
                            training.version());
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        trainings.forEach((result, count) -> {
            if (result != Result.NOT_DUE) {
                counter(result.name().toLowerCase(Locale.ROOT), count).register(meters);
            }
        });
        counter("failed", failed).register(meters);
        Gauge.builder("shopkeeper.models.reached", this, one -> one.last.reached())
                .description("how good the last models were on held-out baskets")
                .register(meters);
        Gauge.builder("shopkeeper.models.floor", this, one -> one.last.floor())
                .description("what they had to reach")
                .register(meters);
    }

    private static FunctionCounter.Builder<AtomicInteger> counter(
            String result, AtomicInteger count) {
        return FunctionCounter.builder("shopkeeper.models.trainings", count, AtomicInteger::get)
                .tag("result", result)
                .description("trainings since the start, by what came of them");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
