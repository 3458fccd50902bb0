package shopkeeper.application.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.decision.DecisionId;

/** Makes the slates of an old decision again, from what its journal kept. */
public interface Replay {
    /** Also of decisions that expired; empty where there is none. */
    Optional<Replayed> replay(DecisionId decision);

    /**
     * @param body the whole answer with its slates as they come out now, as JSON text
     * @param equal whether that is the journaled one, to the last character
     * @param differs the placements that came out otherwise
     * @param candidates by placement: every candidate with its scores, and what was kept away
     */
    record Replayed(
            JournaledDecision decision,
            String body,
            boolean equal,
            List<String> differs,
            Map<String, Object> candidates) {
        public Replayed {
            differs = List.copyOf(differs);
            candidates = Map.copyOf(candidates);
        }
    }
}
