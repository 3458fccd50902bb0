package shopkeeper.learning.recommendation;

import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.learning.algebra.Crew;

/**
 * What is best at products a customer never bought: EASE, which knows what speaks for a product
 * when all others are known too, and three quarters as much likeness, which knows what merely goes
 * with it. The settings did best in slices of a shop's year, three forwards and one backwards.
 *
 * <p>What both know of pairs of products is added up to one matrix, and that is all that it takes.
 * Where the heap holds no matrix of so many products, the most bought are in it.
 */
final class MixTraining {
    private static final EaseSettings EASE = EaseSettings.DEFAULT;
    private static final float LIKENESS = 0.75f;
    private static final double MATRIX_OF_HEAP = 2.5;

    private final Crew crew;

    MixTraining(Crew crew) {
        this.crew = crew;
    }

    PairWeights train(Pairs pairs) {
        var ease = new EaseTraining(EASE.atMost(fitting(Runtime.getRuntime().maxMemory())), crew);
        var known = ease.train(pairs).scaled(1);
        return known.plus(new Likeness(pairs, known.products()), LIKENESS);
    }

    /** A matrix of 32-bit numbers takes this part of the heap at most; the rest is for all else. */
    private static int fitting(long heap) {
        return (int) Math.sqrt(heap / MATRIX_OF_HEAP / Float.BYTES);
    }
}
