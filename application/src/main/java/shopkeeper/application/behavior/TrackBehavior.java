package shopkeeper.application.behavior;

import java.util.List;
import shopkeeper.domain.behavior.Behavior;

/** Remembers what customers look at, look for and put into carts, as far as they allow it. */
public interface TrackBehavior {
    /**
     * Takes them together, all or nothing.
     *
     * @return what became of each, in their order
     */
    List<Tracked> track(List<Behavior> behaviors);
}
