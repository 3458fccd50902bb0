package shopkeeper.persistence.eventlog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import shopkeeper.persistence.schema.Outage;

/** Whatever tells that the log cannot be reached is told under one name. */
final class LogOutage {
    private LogOutage() {}

    /**
     * @throws LogUnavailable when the work fails for want of the log
     */
    static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (LogUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw new LogUnavailable("the log's database cannot be reached", e);
            }
            throw e;
        }
    }

    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case TimeoutException late ->
                        throw new LogUnavailable("the log does not answer in time", late);
                case RuntimeException cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
