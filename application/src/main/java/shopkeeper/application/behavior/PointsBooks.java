package shopkeeper.application.behavior;

import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.PointsEvent;
import shopkeeper.domain.behavior.PointsEvent.PointsOpened;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Recorded;

/** Where it is written with how many points customers came. */
public interface PointsBooks {
    Recorded<PointsEvent, BehaviorRefusal> write(Message message, PointsOpened opened);
}
