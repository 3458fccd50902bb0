package shopkeeper.application.decision;

import java.time.Instant;
import java.util.List;
import shopkeeper.domain.decision.SlateQuality.Served;

/** The slates that the shop showed, from its journal. */
public interface ServedSlates {
    /** The latest ones, at most so many. */
    List<Served> since(Instant since, int limit);
}
