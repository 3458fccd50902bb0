package shopkeeper.messaging.broker;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs what belongs to one lane one after the other, and lanes beside each other. */
final class Lanes {
    private final Executor executor;
    private final Map<String, CompletableFuture<Void>> tails = new HashMap<>();

    Lanes(Executor executor) {
        this.executor = executor;
    }

    synchronized void run(String lane, Runnable task) {
        var before = tails.getOrDefault(lane, CompletableFuture.completedFuture(null));
        var after = new CompletableFuture<Void>();
        tails.put(lane, after);
        var _ =
                before.thenRunAsync(
                        () -> {
                            try {
                                task.run();
                            } finally {
                                forget(lane, after);
                                after.complete(null);
                            }
                        },
                        executor);
    }

    private synchronized void forget(String lane, CompletableFuture<Void> after) {
        tails.remove(lane, after);
    }
}
