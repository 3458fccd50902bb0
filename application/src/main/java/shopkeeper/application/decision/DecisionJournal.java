package shopkeeper.application.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.decision.Decision;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Position;

/** Every answer the shop gave. */
public interface DecisionJournal {
    /**
     * Writes the decision with the fact that it was made, in one append: both are there or neither.
     *
     * @param decision with an id that is new: nothing is looked up
     * @param body the answer, an ordered tree of maps, lists, texts and numbers
     * @param gathered what a replay needs beside it, such a tree too
     */
    JournaledDecision write(
            Decision decision, Map<String, Object> body, Map<String, Object> gathered);

    Optional<JournaledDecision> find(DecisionId decision);

    /** With everything that was kept beside it. */
    Optional<Kept> recall(DecisionId decision);

    /** Such a tree as text, as {@link #write} makes it. */
    String asText(Map<String, Object> body);

    /** A decision with its answer and what was gathered for it, as trees. */
    record Kept(
            JournaledDecision decision, Map<String, Object> body, Map<String, Object> gathered) {}

    /** The latest first. */
    List<JournaledDecision> of(CustomerId customer, int limit);

    /** Those that stood in the log by then, the latest first. */
    List<JournaledDecision> of(CustomerId customer, Position upTo, int limit);

    /**
     * What that channel said last.
     *
     * @param person the customer and the visitors they once were
     */
    Optional<JournaledDecision> last(Collection<CustomerId> person, Channel channel);

    /** Those made before then, the latest first. */
    List<JournaledDecision> of(CustomerId customer, Instant before, int limit);
}
