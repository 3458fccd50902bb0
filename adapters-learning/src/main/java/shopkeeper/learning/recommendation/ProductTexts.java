package shopkeeper.learning.recommendation;

import shopkeeper.domain.recommendation.CandidateModel;

/** What products are called and said to be: finds alike ones, also those nobody bought yet. */
public interface ProductTexts extends CandidateModel {
    /**
     * Writes all of the scores: how well each product's text answers these words, 0 where not at
     * all.
     */
    void search(String words, float[] scores);
}
