package shopkeeper.domain.recommendation;

import java.util.Optional;

/**
 * One way of finding products: trained once, then asked by many threads at once.
 *
 * <p>Products are numbers. A model may have been trained before the last products were numbered: of
 * these it knows nothing, as of any number that is beyond it.
 */
public interface CandidateModel {
    Source source();

    /** Names what it was trained from and how. */
    String version();

    /**
     * Writes all of the scores, whatever was in them: higher is likelier, 0 is "I know nothing".
     *
     * @param scores one for each product number; may be longer or shorter than what was trained
     */
    void score(Shopper shopper, float[] scores);

    /** Empty where the model has no reason that a person would understand. */
    Optional<Why> why(Shopper shopper, int product);

    /**
     * The same, in which one customer of the training data no longer takes part. Sums over
     * everybody stay as they are until the next training.
     */
    default CandidateModel without(int customer) {
        return this;
    }
}
