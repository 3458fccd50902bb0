package shopkeeper.domain.recommendation;

/** Makes a ranker from candidates of which it is known whether they came; comes from outside. */
public interface RankerTrainer {
    /** Learns nothing, and its ranker says nothing. */
    RankerTrainer NONE = _ -> _ -> 0;

    Ranker train(RankedBefore candidates);
}
