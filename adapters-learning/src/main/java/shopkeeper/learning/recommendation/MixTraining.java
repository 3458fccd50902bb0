package shopkeeper.learning.recommendation;

import java.util.List;
import shopkeeper.domain.recommendation.Blend;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Trainer;
import shopkeeper.learning.algebra.Crew;

/**
 * What is best at products a customer never bought: EASE twice (once bold, once careful and
 * damped), a little likeness, and half of it again implicit ALS. Each is wrong about other
 * customers. The shares did well in five slices of a shop's year, forwards, and of its Christmas,
 * backwards.
 *
 * <p>What is known of pairs of products is added up to one matrix, so that it is kept once.
 */
final class MixTraining implements Trainer {
    private static final EaseSettings BOLD = new EaseSettings(150, 0, 10_000);
    private static final EaseSettings CAREFUL = new EaseSettings(500, 0.1, 10_000);
    private static final float LIKENESS = 0.25f;
    private static final double FACTORS = 0.25;

    private final Crew crew;

    MixTraining(Crew crew) {
        this.crew = crew;
    }

    @Override
    public CandidateModel train(Interactions all) {
        Pairs pairs = all.pairs();
        PairWeights sum =
                new EaseTraining(BOLD, crew)
                        .train(pairs)
                        .scaled(1)
                        .plus(new EaseTraining(CAREFUL, crew).train(pairs).scaled(1))
                        .plus(LikenessTraining.train(pairs, CAREFUL.products()).scaled(LIKENESS));
        return new Blend(
                Source.MATRIX,
                List.of(
                        new Blend.Part(sum, 1),
                        new Blend.Part(
                                FactorTraining.train(FactorSettings.DEFAULT, crew, pairs),
                                FACTORS)));
    }
}
