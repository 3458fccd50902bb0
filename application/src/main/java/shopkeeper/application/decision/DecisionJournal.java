package shopkeeper.application.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.decision.Decision;
import shopkeeper.domain.decision.DecisionId;
import shopkeeper.domain.kernel.CustomerId;

/** Every answer the shop gave. */
public interface DecisionJournal {
    /**
     * Writes the decision with the fact that it was made, in one append; a decision with the same
     * id that is already there is given back instead where the same was asked, else nothing.
     *
     * @param body the answer, an ordered tree of maps, lists, texts and numbers
     * @param asked what must be equal when the id is used again, such a tree too
     * @param gathered what a replay needs beside it, such a tree too
     */
    Optional<JournaledDecision> write(
            Decision decision,
            Map<String, Object> body,
            Map<String, Object> asked,
            Map<String, Object> gathered);

    Optional<JournaledDecision> find(DecisionId decision);

    /** The latest first. */
    List<JournaledDecision> of(CustomerId customer, int limit);
}
