package shopkeeper.domain.recommendation;

import java.util.Set;

/** What a ranking should be good at. */
public enum Aim {
    /** What will they buy that they never bought. */
    NEW_ITEMS(100) {
        @Override
        double of(int[] ranked, Set<Integer> came) {
            return Accuracy.recall(ranked, came, 20) + Accuracy.ndcg(ranked, came, 100);
        }
    },
    /** What is in the next basket, repeats included. */
    NEXT_BASKET(10) {
        @Override
        double of(int[] ranked, Set<Integer> came) {
            return Accuracy.recall(ranked, came, 10) + Accuracy.ndcg(ranked, came, 10);
        }
    },
    /** What is looked at next in this visit. */
    NEXT_CLICK(20) {
        @Override
        double of(int[] ranked, Set<Integer> came) {
            return Accuracy.hit(ranked, came, 20) + Accuracy.reciprocalRank(ranked, came, 20);
        }
    };

    private final int depth;

    Aim(int depth) {
        this.depth = depth;
    }

    /** Higher is better. */
    abstract double of(int[] ranked, Set<Integer> came);

    /** How many ranks it looks at. */
    int depth() {
        return depth;
    }
}
