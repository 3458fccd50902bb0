package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.List;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.PointsStatement;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;

/** Says how many points a customer has and what they spent, receipt by receipt. */
public interface AskPoints {
    Standing standing(CustomerId customer, Instant now);

    /** How they stood once, by what had been heard by then and the rule of today. */
    Standing standingThen(Then then);

    /**
     * How a customer stands.
     *
     * @param spent in the last 12 months, by currency
     */
    record Standing(PointsStatement points, List<Money> spent) {
        public Standing {
            spent = List.copyOf(spent);
        }
    }
}
