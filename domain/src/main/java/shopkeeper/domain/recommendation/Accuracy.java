package shopkeeper.domain.recommendation;

import java.util.Set;

/**
 * How well one ranked list found what really came; each product either came or did not.
 *
 * <p>Recall is found / all that came, NDCG weighs a find at rank r by 1 / log2(r + 1) against the
 * best order possible, a hit is at least one find, the reciprocal rank is that of the first find.
 */
public final class Accuracy {
    private Accuracy() {}

    public static double recall(int[] ranked, Set<Integer> came, int at) {
        return came.isEmpty() ? 0 : (double) found(ranked, came, at) / came.size();
    }

    public static double hit(int[] ranked, Set<Integer> came, int at) {
        return found(ranked, came, at) > 0 ? 1 : 0;
    }

    public static double ndcg(int[] ranked, Set<Integer> came, int at) {
        double gain = 0;
        for (int i = 0; i < Math.min(at, ranked.length); i++) {
            gain += came.contains(ranked[i]) ? discount(i) : 0;
        }
        double best = 0;
        for (int i = 0; i < Math.min(at, came.size()); i++) {
            best += discount(i);
        }
        return best == 0 ? 0 : gain / best;
    }

    public static double reciprocalRank(int[] ranked, Set<Integer> came, int at) {
        for (int i = 0; i < Math.min(at, ranked.length); i++) {
            if (came.contains(ranked[i])) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static int found(int[] ranked, Set<Integer> came, int at) {
        int found = 0;
        for (int i = 0; i < Math.min(at, ranked.length); i++) {
            found += came.contains(ranked[i]) ? 1 : 0;
        }
        return found;
    }

    private static double discount(int index) {
        return Math.log(2) / Math.log(index + 2);
    }
}
