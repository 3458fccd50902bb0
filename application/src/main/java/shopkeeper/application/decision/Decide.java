package shopkeeper.application.decision;

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
     * @param question under an id that is new
     */
    JournaledDecision decide(Question question);
}
