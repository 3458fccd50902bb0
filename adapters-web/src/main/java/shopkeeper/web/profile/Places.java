package shopkeeper.web.profile;

import java.util.HashMap;
import java.util.Map;

/** How many streams are open, together and for each listener. */
final class Places {
    private final int most;
    private final Map<String, Integer> taken = new HashMap<>();
    private int together;

    Places(int most) {
        this.most = most;
    }

    synchronized boolean take(Listener listener) {
        if (together >= most || taken.getOrDefault(listener.name(), 0) >= listener.share()) {
            return false;
        }
        taken.merge(listener.name(), 1, Integer::sum);
        together++;
        return true;
    }

    synchronized void giveBack(Listener listener) {
        taken.computeIfPresent(listener.name(), (_, open) -> open == 1 ? null : open - 1);
        together--;
    }
}
