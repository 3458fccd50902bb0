package shopkeeper.application.behavior;

import java.util.List;
import java.util.Set;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.kernel.MessageId;

/** Remembers what customers look at and put into carts. */
public interface TrackBehavior {
    /** Keeps what is new, all or nothing, and says which messages it had already. */
    Set<MessageId> track(List<Behavior> behaviors);
}
