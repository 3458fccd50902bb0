package shopkeeper.bootstrap;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Opens a platform that is closed with the program, however that ends: nothing is left running. */
final class ClosedAtExit {
    private ClosedAtExit() {}

    /**
     * Told to stop while it starts, it finishes starting first.
     *
     * @param afterwards run at the end of the program, also where the start failed
     */
    static Platform open(Supplier<Platform> start, Runnable afterwards) {
        var opening = new CompletableFuture<Platform>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(opening, afterwards)));
        try {
            opening.complete(start.get());
        } catch (RuntimeException e) {
            opening.completeExceptionally(e);
            throw e;
        }
        return opening.join();
    }

    private static void close(CompletableFuture<Platform> opening, Runnable afterwards) {
        opening.handle(
                        (platform, failure) -> {
                            if (platform != null) {
                                platform.close();
                            }
                            return failure == null;
                        })
                .join();
        afterwards.run();
    }
}
