package shopkeeper.web.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does what mostly waits for a disk side by side, so many at once. */
final class SideBySide {
    private static final int AT_ONCE = 16;

    private SideBySide() {}

    /**
     * All are tried; if any failed, the first failure is thrown afterwards.
     *
     * @return what came of each, in their order
     */
    static <T, R> List<R> each(List<T> items, Function<T, R> work) {
        if (items.size() < 2) {
            return items.stream().map(work).toList();
        }
        var room = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<R>>();
            for (T item : items) {
                asked.add(threads.submit(() -> inTurn(room, () -> work.apply(item))));
            }
            return asked.stream().map(SideBySide::answer).toList();
        }
    }

    private static <R> R inTurn(Semaphore room, Supplier<R> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    private static <R> R answer(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("a part of the request failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "stopped while parts of the request were done", stopped);
        }
    }
}
