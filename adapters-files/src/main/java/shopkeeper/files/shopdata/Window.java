package shopkeeper.files.shopdata;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of sendings under way at once, since the log writes those that wait together;
 * after the first failure nothing more is sent.
 */
final class Window implements AutoCloseable {
    private static final int PLACES = 64;

    private final Semaphore places = new Semaphore(PLACES);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    void send(Runnable sending) {
        places.acquireUninterruptibly();
        if (failure.get() != null || Thread.currentThread().isInterrupted()) {
            places.release();
            failed();
        }
        threads.execute(() -> attempt(sending));
    }

    /** Waits for everything that was sent. */
    void await() {
        places.acquireUninterruptibly(PLACES);
        places.release(PLACES);
        failed();
    }

    @Override
    public void close() {
        threads.close();
    }

    private void attempt(Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            places.release();
        }
    }

    private void failed() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException(
                    "The import stopped: "
                            + cause.getMessage()
                            + "; run it again, what is known is not taken in twice",
                    cause);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException(
                    "The import was interrupted; run it again, what is known is not taken in twice");
        }
    }
}
