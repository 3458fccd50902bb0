package shopkeeper.benchmarks.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/** Callers who ask again as soon as they have been answered. */
final class Callers {
    private Callers() {}

    /** Something a caller does again and again. */
    interface Work {
        void once() throws Exception;
    }

    /** What each caller begins with, such as a connection of its own. */
    interface Caller {
        /**
         * @param number from 0
         */
        Work begin(int number) throws Exception;
    }

    /** How often a second all of them together could do it. */
    static double perSecond(int callers, Duration time, Caller caller) throws Exception {
        var done = new LongAdder();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < callers; number++) {
                Work work = caller.begin(number);
                all.add(
                        threads.submit(
                                (Callable<?>)
                                        () -> {
                                            while (System.nanoTime() < end) {
                                                work.once();
                                                done.increment();
                                            }
                                            return null;
                                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return done.sum() * 1e9 / (System.nanoTime() - start);
    }

    /** Something a caller does until there is no more to do. */
    interface Share {
        /** False when there was nothing to do. */
        boolean once() throws Exception;
    }

    static void untilStopped(int callers, Share share) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < callers; number++) {
                all.add(
                        threads.submit(
                                (Callable<?>)
                                        () -> {
                                            boolean more = true;
                                            while (more) {
                                                more = share.once();
                                            }
                                            return null;
                                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** How long it takes one who is alone, in microseconds. */
    static Histogram alone(Duration time, Caller caller) throws Exception {
        var histogram = new Histogram(3);
        Work work = caller.begin(0);
        long end = System.nanoTime() + time.toNanos();
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            work.once();
            histogram.recordValue((System.nanoTime() - begin) / 1_000);
        }
        return histogram;
    }
}
