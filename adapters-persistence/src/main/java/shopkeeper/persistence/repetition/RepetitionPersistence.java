package shopkeeper.persistence.repetition;

import org.jooq.DSLContext;
import shopkeeper.application.repetition.KeptAnswers;
import shopkeeper.persistence.eventlog.ContentDigest;

/** The only door to the persistence of answers. */
public final class RepetitionPersistence {
    private RepetitionPersistence() {}

    /**
     * @param secret the log's: what was asked is kept as a hash under it only
     */
    public static KeptAnswers answers(DSLContext sql, byte[] secret) {
        return new JooqKeptAnswers(sql, new ContentDigest(secret));
    }
}
