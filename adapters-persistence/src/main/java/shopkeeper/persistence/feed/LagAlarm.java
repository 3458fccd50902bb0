package shopkeeper.persistence.feed;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once when a follower stays behind for longer than it should, and once when it is back. */
final class LagAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(LagAlarm.class);

    private final Set<String> lagging = ConcurrentHashMap.newKeySet();
    private volatile Duration longest;

    LagAlarm(Duration longest) {
        this.longest = longest;
    }

    void longest(Duration allowed) {
        longest = allowed;
    }

    void look(Map<String, Duration> behind) {
        behind.forEach((follower, time) -> {
            if (time.compareTo(longest) > 0) {
                if (lagging.add(follower)) {
                    LOG.warn(
                            "{} has been behind the log for {} s: see GET /v1/operations/parked and the log, or give it time",
                            follower,
                            time.toSeconds());
                }
            } else if (time.isZero() && lagging.remove(follower)) {
                LOG.info("{} has caught up with the log", follower);
            }
        });
    }

    Set<String> lagging() {
        return Set.copyOf(lagging);
    }
}
