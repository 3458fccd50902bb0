package shopkeeper.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Asks at a fixed rate, whether the answers keep up or not. A latency counts from the moment the
 * question was due, so waiting behind slow answers is part of it (no coordinated omission).
 */
final class OpenLoop {
    private static final long STOP = Long.MIN_VALUE;

    private final int perSecond;
    private final Duration warmUp;
    private final Duration measured;
    private final int workers;

    /** What one worker does again and again, on a connection of its own. */
    interface Work extends AutoCloseable {
        void once(long number) throws Exception;

        @Override
        void close();
    }

    /**
     * What came of it.
     *
     * @param latency in microseconds, of what was due in the measured time and succeeded
     * @param seconds from the first measured question's time to the last answer
     */
    record Result(
            int perSecond, Histogram latency, long failed, double seconds, String firstFailure) {
        long done() {
            return latency.getTotalCount();
        }

        double reached() {
            return done() / seconds;
        }

        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1000.0;
        }

        @Override
        public String toString() {
            return "%,d/s asked, %,.0f/s done, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms, %d failed%s"
                    .formatted(
                            perSecond,
                            reached(),
                            millis(50),
                            millis(99),
                            millis(99.9),
                            latency.getMaxValue() / 1000.0,
                            failed,
                            failed == 0
                                    ? ""
                                    : " (first: "
                                            + firstFailure.substring(
                                                    0, Math.min(200, firstFailure.length()))
                                            + ")");
        }
    }

    OpenLoop(int perSecond, Duration warmUp, Duration measured, int workers) {
        this.perSecond = perSecond;
        this.warmUp = warmUp;
        this.measured = measured;
        this.workers = workers;
    }

    Result run(Supplier<Work> worker) throws InterruptedException {
        var due = new LinkedTransferQueue<long[]>();
        var latency = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3);
        var failed = new AtomicLong();
        var firstFailure = new AtomicReference<>("");
        var last = new AtomicLong();
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        long measuring = start + warmUp.toNanos();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < workers; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try (var work = worker.get()) {
                                    for (long[] one = due.take();
                                            one[0] != STOP;
                                            one = due.take()) {
                                        var failure = attempt(work, one[1]);
                                        if (one[0] < measuring) {
                                            continue;
                                        }
                                        long now = System.nanoTime();
                                        if (failure.isEmpty()) {
                                            latency.recordValue(
                                                    Math.min(
                                                            (now - one[0]) / 1000,
                                                            latency.getHighestTrackableValue()));
                                        } else {
                                            failed.incrementAndGet();
                                            firstFailure.compareAndSet("", failure);
                                        }
                                        last.accumulateAndGet(now, Math::max);
                                    }
                                } catch (InterruptedException _) {
                                    Thread.currentThread().interrupt();
                                }
                            }));
        }
        pace(due, start);
        for (int i = 0; i < workers; i++) {
            due.put(new long[] {STOP, 0});
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = Math.max((last.get() - measuring) / 1e9, measured.toNanos() / 1e9);
        return new Result(
                perSecond, latency, failed.get(), seconds, String.valueOf(firstFailure.get()));
    }

    private static String attempt(Work work, long number) throws InterruptedException {
        try {
            work.once(number);
            return "";
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return e.toString();
        }
    }

    private void pace(LinkedTransferQueue<long[]> due, long start) {
        long all = perSecond * warmUp.plus(measured).toNanos() / 1_000_000_000;
        for (long number = 0; number < all; number++) {
            long at = start + (long) (number * 1e9 / perSecond);
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(at - System.nanoTime());
            }
            due.put(new long[] {at, number});
        }
    }
}
