package shopkeeper.learning.recommendation;

/**
 * How EASE is trained.
 *
 * @param l2 what a weight costs: what fits small and large shops alike lies between 200 and 1,000
 * @param damping how much less a popular product says about a person, 0 (as much) to 0.5
 * @param activity how much less each purchase of somebody says who buys much, 0 (as much) to 1
 * @param likeness what l2 draws weights to, where purchases say little: 0 to nothing, above 0 to
 *     how like products are, whose weights for a product then sum up to this in the middle
 * @param products at most so many, the most bought; time grows with its cube, memory with its
 *     square
 */
public record EaseSettings(
        double l2, double damping, double activity, double likeness, int products) {
    public static final EaseSettings DEFAULT = new EaseSettings(500, 0.1, 0.25, 0, 10_000);

    /** Best at products a customer never bought; takes three times as long. */
    public static final EaseSettings NEW_PRODUCTS = new EaseSettings(500, 0.1, 0.25, 0.4, 10_000);

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
        if (!(likeness >= 0 && likeness <= 1)) {
            throw new IllegalArgumentException("likeness is " + likeness + ": it goes from 0 to 1");
        }
        if (products < 1) {
            throw new IllegalArgumentException("EASE of " + products + " products: take 1 or more");
        }
    }

    EaseSettings atMost(int most) {
        return new EaseSettings(l2, damping, activity, likeness, Math.min(products, most));
    }
}
