package shopkeeper.learning.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The threads a training may use. Whatever is divided among them is computed piece by piece in the
 * same way, so that results do not depend on how many there are.
 */
public final class Crew implements AutoCloseable {
    private final int size;
    private final ExecutorService threads;

    public Crew(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a crew of " + size + ": at least one must work");
        }
        this.size = size;
        this.threads =
                Executors.newFixedThreadPool(
                        Math.max(1, size - 1),
                        Thread.ofPlatform().daemon().name("training-", 1).factory());
    }

    /** As many as this machine has processors. */
    public static Crew ofThisMachine() {
        return new Crew(Runtime.getRuntime().availableProcessors());
    }

    public int size() {
        return size;
    }

    /** Does pieces 0 to count - 1, in no certain order; the caller works too. */
    public void share(int count, IntConsumer piece) {
        var next = new AtomicInteger();
        Runnable work =
                () -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        piece.accept(i);
                    }
                };
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(size, count); i++) {
            others.add(threads.submit(work));
        }
        try {
            work.run();
        } finally {
            others.forEach(Crew::await);
        }
    }

    private static void await(Future<?> other) {
        try {
            other.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the training was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of the training failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
