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
    private static final double MATRIX_OF_HEAP = 2.5;

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
                all -> matrix(all.pairs(), EaseSettings.NEW_PRODUCTS.atMost(fitting())),
                all -> factors(all.pairs(), FactorSettings.DEFAULT));
    }

    /**
     * The most products of a matrix of 32-bit numbers that takes its part of the heap; the rest is
     * for all else.
     */
    private static int fitting() {
        return (int) Math.sqrt(Runtime.getRuntime().maxMemory() / MATRIX_OF_HEAP / Float.BYTES);
    }
}
