package shopkeeper.domain.recommendation;

/** Has learned to tell, from numbers that describe a candidate, how likely it is to come. */
public interface Ranker {
    /**
     * @param features as many as it was trained with, in the same order
     * @return 0 to 1
     */
    float score(float[] features);
}
