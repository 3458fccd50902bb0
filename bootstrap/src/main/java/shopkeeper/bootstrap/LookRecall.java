package shopkeeper.bootstrap;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.behavior.RecallLooks;

/** Brings visits back after a start, in a thread of its own: nobody waits for that. */
final class LookRecall implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LookRecall.class);

    private final RecallLooks looks;
    private final Instant until;
    private final Thread thread;

    /**
     * @param until doors open after that
     */
    LookRecall(RecallLooks looks, Instant until) {
        this.looks = looks;
        this.until = until;
        thread = Thread.ofPlatform().name("look-recall").daemon().start(this::recall);
    }

    private void recall() {
        try {
            LOG.debug("{} looks of the last days are read again", looks.recall(until));
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("visits of the last days could not be brought back: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
