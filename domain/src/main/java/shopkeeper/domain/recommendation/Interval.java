package shopkeeper.domain.recommendation;

import java.util.Arrays;

/**
 * A mean over users and between which bounds it lies with 95 % confidence, by the bootstrap: users
 * are drawn again and again, with replacement.
 */
public record Interval(double mean, double low, double high) {
    private static final int DRAWS = 1000;

    /**
     * @param values one for each user
     * @param seed the same seed gives the same bounds
     */
    public static Interval of(double[] values, long seed) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return of(values, ones, seed);
    }

    /**
     * A mean over tries of which users have some each.
     *
     * @param sums one for each user, over their tries
     * @param tries one for each user
     */
    public static Interval of(double[] sums, double[] tries, long seed) {
        double all = Arrays.stream(tries).sum();
        if (all == 0) {
            return new Interval(0, 0, 0);
        }
        var dice = new Dice(seed);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            double of = 0;
            for (int i = 0; i < sums.length; i++) {
                int one = dice.below(sums.length);
                sum += sums[one];
                of += tries[one];
            }
            means[draw] = of == 0 ? 0 : sum / of;
        }
        Arrays.sort(means);
        double mean = Arrays.stream(sums).sum() / all;
        return new Interval(mean, means[DRAWS / 40], means[DRAWS - 1 - DRAWS / 40]);
    }
}
