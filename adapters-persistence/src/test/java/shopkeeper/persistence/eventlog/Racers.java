package shopkeeper.persistence.eventlog;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several who do something at the same moment. */
public final class Racers {
    private Racers() {}

    /** What each of them got, in the order of their numbers from 0. */
    public static <T> List<T> race(int racers, IntFunction<T> each) {
        var gate = new CyclicBarrier(racers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, racers)
                    .mapToObj(number ->
                            threads.submit(
                                    (Callable<T>)
                                            () -> {
                                                gate.await(20, TimeUnit.SECONDS);
                                                return each.apply(number);
                                            }))
                    .toList()
                    .stream()
                    .map(running -> {
                        try {
                            return running.get(60, TimeUnit.SECONDS);
                        } catch (ExecutionException | TimeoutException e) {
                            throw new AssertionError("a racer fell", e);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }
    }
}
