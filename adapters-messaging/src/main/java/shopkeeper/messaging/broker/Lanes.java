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
        var after = before.handleAsync(
                (_, _) -> {
                    task.run();
                    return (Void) null;
                },
                executor);
        tails.put(lane, after);
        after.whenComplete((_, _) -> forget(lane, after));
    }

    private synchronized void forget(String lane, CompletableFuture<Void> after) {
        tails.remove(lane, after);
    }
}
