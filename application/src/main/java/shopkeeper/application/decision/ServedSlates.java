package shopkeeper.application.decision;

import java.time.Instant;
import java.util.List;
import shopkeeper.domain.decision.SlateQuality.Served;

/** The slates that the shop showed, from its journal. */
public interface ServedSlates {
    /**
     * Those of so many decisions at most; where there are more, of some that are spread evenly over
     * the time since. The same question is answered from the same ones.
     */
    List<Served> since(Instant since, int limit);
}
