package shopkeeper.learning.recommendation;

import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.learning.algebra.Crew;

/**
 * What is best at products a customer never bought: EASE, which knows what speaks for a product
 * when all others are known too, and three quarters as much likeness, which knows what merely goes
 * with it. The settings did best in slices of a shop's year, three forwards and one backwards.
 *
 * <p>What both know of pairs of products is added up to one matrix, so that it is kept once.
 */
final class MixTraining {
    private static final EaseSettings EASE = EaseSettings.DEFAULT;
    private static final float LIKENESS = 0.75f;

    private final Crew crew;

    MixTraining(Crew crew) {
        this.crew = crew;
    }

    PairWeights train(Pairs pairs) {
        return new EaseTraining(EASE, crew)
                .train(pairs)
                .scaled(1)
                .plus(LikenessTraining.train(pairs, EASE.products()).scaled(LIKENESS));
    }
}
