package shopkeeper.domain.recommendation;

/** How much each product of a customer's history counts. */
interface Weighing {
    /** Adds the weights of the history to {@code weights}, one for each product number. */
    void weigh(int[][] baskets, float[] weights);

    /**
     * In how large a share of the last baskets a product was, where each basket counts less than
     * the one after it.
     *
     * @param last how many baskets count, 0 for all
     * @param decay 1 counts all the same
     */
    static Weighing frequency(int last, double decay) {
        return (baskets, weights) -> {
            int from = last == 0 ? 0 : Math.max(0, baskets.length - last);
            double all = 0;
            double weight = 1;
            for (int i = baskets.length - 1; i >= from; i--) {
                all += weight;
                weight *= decay;
            }
            weight = 1 / all;
            for (int i = baskets.length - 1; i >= from; i--) {
                add(baskets[i], (float) weight, weights);
                weight *= decay;
            }
        };
    }

    /**
     * As TIFU-KNN does (Hu et al., SIGIR 2020): the history is cut into groups, baskets of a group
     * decay, and so do the groups.
     */
    static Weighing grouped(int groups, double within, double between) {
        return (baskets, weights) -> {
            int count = Math.min(groups, baskets.length);
            for (int group = 0; group < count; group++) {
                int from = start(group, count, baskets.length);
                int to = start(group + 1, count, baskets.length);
                double weight = Math.pow(between, count - 1 - group) / count / (to - from);
                for (int i = to - 1; i >= from; i--) {
                    add(baskets[i], (float) weight, weights);
                    weight *= within;
                }
            }
        };
    }

    /** The later groups take what does not divide evenly. */
    private static int start(int group, int groups, int baskets) {
        int small = groups - baskets % groups;
        return group * (baskets / groups) + Math.max(0, group - small);
    }

    private static void add(int[] basket, float weight, float[] weights) {
        for (int product : basket) {
            if (product < weights.length) {
                weights[product] += weight;
            }
        }
    }
}
