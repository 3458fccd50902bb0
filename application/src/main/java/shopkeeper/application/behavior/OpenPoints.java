package shopkeeper.application.behavior;

import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.PointsEvent;
import shopkeeper.domain.behavior.PointsEvent.PointsOpened;
import shopkeeper.domain.kernel.Recorded;

/** Takes over the points a customer came with: once, and never another number. */
public interface OpenPoints {
    Recorded<PointsEvent, BehaviorRefusal> open(PointsOpened opened);
}
