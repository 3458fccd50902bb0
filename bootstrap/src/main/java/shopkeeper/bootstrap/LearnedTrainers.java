package shopkeeper.bootstrap;

import java.util.List;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.RankedBefore;
import shopkeeper.domain.recommendation.Ranker;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Trainer;
import shopkeeper.learning.algebra.Crew;
import shopkeeper.learning.ranking.Boosting;
import shopkeeper.learning.ranking.BoostingSettings;
import shopkeeper.learning.recommendation.EaseSettings;
import shopkeeper.learning.recommendation.FactorSettings;
import shopkeeper.learning.recommendation.LearnedModels;

/** What is learned beyond counting, as those train it who count. */
final class LearnedTrainers {
    /** A matrix of so many products leaves room for everything else in the usual heap. */
    private static final int PRODUCTS_BESIDE_A_SHOP = 4_000;

    /** For each that is asked, a score of each of a dozen models is kept during the question. */
    private static final int PRODUCTS_TO_RANK = 20_000;

    /** So many cost about a quarter of a minute. */
    private static final int LINES_BESIDE_A_SHOP = 2_000_000;

    private LearnedTrainers() {}

    /** All there are: whoever measures chooses. */
    static List<Trainer> all(Crew crew) {
        return new LearnedModels(crew).forNewProducts();
    }

    /** What puts together what all models say. */
    static RankerTrainer ranking() {
        return new Boosting(BoostingSettings.DEFAULT);
    }

    /** All models that it puts together are kept: three histories of everybody among them. */
    static RankerTrainer rankingBesideAShop() {
        return new RankerTrainer() {
            private final RankerTrainer boosting = ranking();

            @Override
            public Ranker train(RankedBefore candidates) {
                return boosting.train(candidates);
            }

            @Override
            public boolean suits(Interactions all) {
                return all.lines() <= LINES_BESIDE_A_SHOP && all.products() <= PRODUCTS_TO_RANK;
            }
        };
    }

    /** What a running shop can afford beside its work. */
    static List<Trainer> besideAShop(Crew crew) {
        var models = new LearnedModels(crew);
        return List.of(
                new Trainer() {
                    @Override
                    public CandidateModel train(Interactions all) {
                        return models.factors(all.pairs(), FactorSettings.DEFAULT);
                    }

                    @Override
                    public boolean suits(Interactions all) {
                        return all.products() > PRODUCTS_BESIDE_A_SHOP
                                && all.lines() <= LINES_BESIDE_A_SHOP;
                    }
                },
                new Trainer() {
                    @Override
                    public CandidateModel train(Interactions all) {
                        return models.matrix(all.pairs(), EaseSettings.DEFAULT);
                    }

                    @Override
                    public boolean suits(Interactions all) {
                        return all.products() <= PRODUCTS_BESIDE_A_SHOP;
                    }
                });
    }
}
