package shopkeeper.domain.recommendation;

/** Makes a ranker from candidates of which it is known whether they came; comes from outside. */
public interface RankerTrainer {
    /** Suits nobody. */
    RankerTrainer NONE =
            new RankerTrainer() {
                @Override
                public Ranker train(RankedBefore candidates) {
                    throw new IllegalStateException("nothing was to be learned");
                }

                @Override
                public boolean suits(Interactions all) {
                    return false;
                }
            };

    Ranker train(RankedBefore candidates);

    /** Whether the models that it puts together can all be kept for data of that size. */
    default boolean suits(Interactions all) {
        return true;
    }
}
