package shopkeeper.application.decision;

import java.time.Instant;
import java.util.List;
import shopkeeper.domain.decision.SlateQuality.Group;

/** Says how good the shop's suggestions were, as they were really shown. */
public interface ModelQuality {
    /**
     * @param since slates that were made later than that
     */
    Report report(Instant since, Instant now);

    /**
     * @param slates on how many it rests: some of all the time, where there are too many
     */
    record Report(Instant since, Instant measured, String version, int slates, List<Group> groups) {
        public Report {
            groups = List.copyOf(groups);
        }
    }
}
