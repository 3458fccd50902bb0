package shopkeeper.application.behavior;

import java.time.Instant;

/** Brings back what was looked at before this node started, as far as it may be used. */
public interface RecallLooks {
    /**
     * @param until what was heard from then on is followed as it happens
     * @return how many lines were read
     */
    int recall(Instant until);
}
