package shopkeeper.messaging.broker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the house is open, and pauses that end when it closes. */
final class OpeningHours {
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final long firstPauseMs;

    /**
     * @param firstPauseMs before the second try; each further pause is twice as long
     */
    OpeningHours(long firstPauseMs) {
        this.firstPauseMs = firstPauseMs;
    }

    boolean isOpen() {
        return closed.getCount() > 0;
    }

    void end() {
        closed.countDown();
    }

    /** Ends early, and at once, when the house closes. */
    void pause(int failures) {
        long pause = Math.min(LONGEST_PAUSE_MS, firstPauseMs << Math.min(failures, 10));
        try {
            var _ = closed.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
