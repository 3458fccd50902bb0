package shopkeeper.persistence.feed;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import shopkeeper.application.kernel.ParkedFacts.Redriven;

/** How far a follower is with its parked facts, for whoever waits for it. */
final class Redrive {
    private final AtomicInteger taken = new AtomicInteger();
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    void taken() {
        taken.incrementAndGet();
    }

    void done() {
        done.complete(true);
    }

    void failed(Throwable why) {
        done.completeExceptionally(why);
    }

    /** As far as it is when it is done or the patience is over. */
    Redriven within(Duration patience) {
        try {
            boolean all =
                    done.copy()
                            .completeOnTimeout(false, patience.toNanos(), TimeUnit.NANOSECONDS)
                            .join();
            return new Redriven(taken.get(), all);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
