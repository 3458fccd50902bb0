package shopkeeper.persistence.feed;

import java.time.Duration;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;

/** Somebody who measures how soon a fact counts in every decision of this node. */
public interface Remembered {
    /**
     * All memories have it; called for facts that came after the start, never for old ones.
     *
     * @param sinceCommit since this node heard that it is in the log
     */
    void everywhere(Logged<? extends Fact> logged, Duration sinceCommit);
}
