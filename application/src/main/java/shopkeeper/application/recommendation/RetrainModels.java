package shopkeeper.application.recommendation;

import java.time.Instant;

/** Trains models anew when it is time to; whoever calls gives the thread. */
public interface RetrainModels {
    /** May take seconds; slates are made meanwhile as before. */
    Training whenDue(Instant now);

    /** What came of it. */
    enum Result {
        /** Nothing of note happened since the last one. */
        NOT_DUE,
        /** There is too little to learn from and to measure by. */
        TOO_LITTLE,
        /** The new ones suggest worse than they must: the old ones stay. */
        BELOW_FLOOR,
        /** From now on slates use the new ones. */
        SERVED
    }

    /**
     * @param version of what is served from now on
     * @param reached how good the weighed new models were on held-out last baskets: Recall@10 +
     *     NDCG@10
     * @param floor what they had to reach
     */
    record Training(Result result, String version, double reached, double floor) {}
}
