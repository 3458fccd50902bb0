package shopkeeper.application.recommendation;

import shopkeeper.domain.recommendation.Slate;

/** Suggests products; whoever asks has asked for permission before naming customers. */
public interface Recommend {
    /**
     * A slate of what is sold, and in stock where a store is named; full where that is possible.
     */
    Slate slate(SlateRequest request);

    /**
     * What the models were made from, so that an answer can name it: the number of baskets learned.
     */
    String modelVersion();
}
