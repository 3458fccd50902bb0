package shopkeeper.domain.recommendation;

import java.util.Set;

/** What a ranking should be good at. */
public enum Aim {
    /** What will they buy that they never bought. */
    NEW_ITEMS(100, 0) {
        @Override
        double of(int[] ranked, Set<Integer> came) {
            return Accuracy.recall(ranked, came, 20) + Accuracy.ndcg(ranked, came, 100);
        }
    },
    /** What is in the next basket, repeats included. */
    NEXT_BASKET(10, 1) {
        @Override
        double of(int[] ranked, Set<Integer> came) {
            return Accuracy.recall(ranked, came, 10) + Accuracy.ndcg(ranked, came, 10);
        }
    },
    /** What is looked at next in this visit. */
    NEXT_CLICK(20, 3) {
        @Override
        double of(int[] ranked, Set<Integer> came) {
            return Accuracy.hit(ranked, came, 20) + Accuracy.reciprocalRank(ranked, came, 20);
        }

        @Override
        int[][] turns(Shopper shopper) {
            return shopper.clicks();
        }
    };

    private final int depth;
    private final double rankerWeight;

    Aim(int depth, double rankerWeight) {
        this.depth = depth;
        this.rankerWeight = rankerWeight;
    }

    /** Higher is better. */
    abstract double of(int[] ranked, Set<Integer> came);

    /** What habits are read from, oldest first. */
    int[][] turns(Shopper shopper) {
        return shopper.baskets();
    }

    /**
     * How much a ranker counts beside all weighed models together, where it learned something: on
     * visits it knows better than they do; of new items held out at random it learned what is not
     * so in the months that follow.
     */
    double rankerWeight() {
        return rankerWeight;
    }

    /** How many ranks it looks at. */
    int depth() {
        return depth;
    }
}
