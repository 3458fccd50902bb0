package shopkeeper.domain.recommendation;

/** Makes one kind of model from training data; the heavy kinds come from outside. */
public interface Trainer {
    CandidateModel train(Interactions all);

    /** Whether data of that size can be learned from at a bearable cost. */
    default boolean suits(Interactions all) {
        return true;
    }
}
