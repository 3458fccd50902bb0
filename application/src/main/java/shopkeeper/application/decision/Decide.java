package shopkeeper.application.decision;

import java.util.Optional;
import shopkeeper.domain.decision.Question;

/**
 * Answers a channel's question: what to suggest, charge and say, with reasons and with the proof
 * that it may.
 */
public interface Decide {
    /**
     * Returns when the answer is journaled, so that its id is good in every channel and on every
     * node.
     *
     * @return the answer; the first one where the same was asked under this id before, and nothing
     *     where something else was
     */
    Optional<JournaledDecision> decide(Question question);
}
