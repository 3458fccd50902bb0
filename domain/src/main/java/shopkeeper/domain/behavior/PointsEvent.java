package shopkeeper.domain.behavior;

import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

/** What is told about points; what receipts earn is no fact but computed from them. */
public sealed interface PointsEvent extends Fact {
    CustomerId customer();

    /** The customer came with points from elsewhere, such as the programme before this one. */
    record PointsOpened(CustomerId customer, int points, Via via, Moment at)
            implements PointsEvent {
        public PointsOpened {
            if (points < 0) {
                throw new IllegalArgumentException("points must not be negative");
            }
        }
    }
}
