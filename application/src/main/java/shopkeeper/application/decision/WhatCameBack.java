package shopkeeper.application.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import shopkeeper.domain.decision.CameBack;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.recommendation.Language;

/**
 * What became of decisions' suggestions that were bought: a fact of later, told beside them; not
 * where the customer does not allow that their purchases are looked at.
 */
public interface WhatCameBack {
    /** What this person brought back, under whatever names, asked once for all their decisions. */
    OfPerson of(CustomerId person, Instant now);

    /** Nothing comes back of what was decided for nobody. */
    default JournaledDecision with(JournaledDecision decision, Instant now) {
        return decision.customer()
                .map(customer -> of(customer, now).beside(decision))
                .orElse(decision);
    }

    /** What came back of a decision that is not given again. */
    default List<Told> told(JournaledDecision decision, Instant now) {
        return decision.customer()
                .map(customer -> of(customer, now).told(decision))
                .orElse(List.of());
    }

    /** To be asked about decisions for one person, while one question is answered. */
    interface OfPerson {
        /**
         * The decision as it was given, word for word, and at the end of its body {@code cameBack}
         * where something of it came back.
         */
        JournaledDecision beside(JournaledDecision decision);

        /** What came back of this decision alone, in the order in which it was bought. */
        List<Told> told(JournaledDecision decision);

        /**
         * What came back of the latest decisions before the last return, the latest first: however
         * much was decided since, nothing of that can have come back.
         */
        List<Told> ofLatest(int decisions);
    }

    /**
     * @param language of the decision
     * @param text in that language
     */
    record Told(JournaledDecision decision, CameBack back, Language language, String text) {
        /** As {@code cameBack} holds it, in every channel. */
        public Map<String, String> tree() {
            return CameBackWords.tree(back, text);
        }
    }
}
