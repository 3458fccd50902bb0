package shopkeeper.domain.recommendation;

import java.util.HashMap;
import java.util.Map;

/**
 * How somebody buys, and how they bought each product: what a ranker is told of a candidate beside
 * what models say of it. Time is counted in baskets; in a visit each click is one.
 */
final class Habits {
    /** How many numbers describe a product. */
    static final int FEATURES = 9;

    /** Of what was never bought: longer ago than anything. */
    private static final float NEVER = 999;

    private final int baskets;
    private final float size;
    private final float fresh;
    private final Map<Integer, Bought> products = new HashMap<>();

    private static final class Bought {
        private int times;
        private int first;
        private int last;
    }

    /**
     * @param all oldest first
     */
    Habits(int[][] all) {
        baskets = all.length;
        int lines = 0;
        int late = 0;
        int lateAndNew = 0;
        for (int turn = 0; turn < baskets; turn++) {
            for (int product : all[turn]) {
                boolean isNew = bought(product, turn);
                lines++;
                if (turn >= baskets / 2) {
                    late++;
                    lateAndNew += isNew ? 1 : 0;
                }
            }
        }
        size = (float) lines / Math.max(1, baskets);
        fresh = late == 0 ? .5f : (float) lateAndNew / late;
    }

    private boolean bought(int product, int turn) {
        var bought = products.computeIfAbsent(product, _ -> new Bought());
        if (bought.times++ == 0) {
            bought.first = turn;
        }
        bought.last = turn;
        return bought.times == 1;
    }

    /**
     * Baskets, their mean size, different products, the share of new ones in the later half; then
     * of the product: times, baskets since the last time, times a basket since the first, how far
     * beyond its usual distance it is, and its share of baskets.
     */
    void describe(int product, float[] features, int from) {
        features[from] = baskets;
        features[from + 1] = size;
        features[from + 2] = products.size();
        features[from + 3] = fresh;
        features[from + 5] = NEVER;
        var bought = products.get(product);
        if (bought != null) {
            int since = baskets - bought.last;
            features[from + 4] = bought.times;
            features[from + 5] = since;
            features[from + 6] = (float) bought.times / (baskets - bought.first);
            features[from + 7] =
                    (float) since * (bought.times - 1) / Math.max(1, bought.last - bought.first);
            features[from + 8] = (float) bought.times / baskets;
        }
    }
}
