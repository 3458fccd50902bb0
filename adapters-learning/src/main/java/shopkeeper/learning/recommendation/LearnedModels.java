package shopkeeper.learning.recommendation;

import java.util.Collection;
import java.util.List;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.domain.recommendation.ProductNumbers;
import shopkeeper.domain.recommendation.Trainer;
import shopkeeper.learning.algebra.Crew;

/** The door of this room: trains each kind of model it has. */
public final class LearnedModels {
    private final Crew crew;

    public LearnedModels(Crew crew) {
        this.crew = crew;
    }

    /**
     * EASE, for shops of up to about ten thousand products; in larger ones, for the most bought.
     */
    public CandidateModel matrix(Pairs pairs, EaseSettings settings) {
        return new EaseTraining(settings, crew).train(pairs);
    }

    /** Implicit ALS, for shops of any size. */
    public CandidateModel factors(Pairs pairs, FactorSettings settings) {
        return FactorTraining.train(settings, crew, pairs);
    }

    /** The texts of these products; where a product has none, nothing is found by or for it. */
    public ProductTexts texts(ProductNumbers numbers, Collection<Product> products) {
        return TextTraining.train(numbers, products);
    }

    /** What a choice of models for new products may choose from beside those that count. */
    public List<Trainer> forNewProducts() {
        return List.of(
                all -> new MixTraining(crew).train(all.pairs()),
                all -> factors(all.pairs(), FactorSettings.DEFAULT));
    }
}
