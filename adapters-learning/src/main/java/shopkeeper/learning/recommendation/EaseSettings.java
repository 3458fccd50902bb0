package shopkeeper.learning.recommendation;

/**
 * How EASE is trained.
 *
 * @param l2 what a weight costs: what fits small and large shops alike lies between 200 and 1,000
 * @param damping how much less a popular product says about a person, 0 (as much) to 0.5
 * @param activity how much less each purchase of somebody says who buys much, 0 (as much) to 1
 * @param products at most so many, the most bought; time grows with its cube, memory with its
 *     square
 */
public record EaseSettings(double l2, double damping, double activity, int products) {
    public static final EaseSettings DEFAULT = new EaseSettings(500, 0.1, 0.25, 10_000);

    public EaseSettings {
        if (!(l2 > 0)) {
            throw new IllegalArgumentException("l2 is " + l2 + ": it must be above 0");
        }
        if (!(damping >= 0 && damping <= 0.5)) {
            throw new IllegalArgumentException("damping is " + damping + ": it goes from 0 to 0.5");
        }
        if (!(activity >= 0 && activity <= 1)) {
            throw new IllegalArgumentException("activity is " + activity + ": it goes from 0 to 1");
        }
        if (products < 1) {
            throw new IllegalArgumentException("EASE of " + products + " products: take 1 or more");
        }
    }

    EaseSettings atMost(int most) {
        return new EaseSettings(l2, damping, activity, Math.min(products, most));
    }
}
