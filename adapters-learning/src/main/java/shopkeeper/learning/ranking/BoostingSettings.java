package shopkeeper.learning.ranking;

/**
 * How trees are grown. Half as many or twice as many, one level more, more l2, and twice as many
 * candidates made no difference beyond chance on held-out slices of two shops.
 *
 * @param trees each corrects what those before it got wrong
 * @param depth questions from the root to a leaf
 * @param rate so much of each correction is believed, 0 to 1
 * @param l2 draws each leaf towards 0, in units of curvature
 * @param least curvature that each side of a question must hold
 */
public record BoostingSettings(int trees, int depth, double rate, double l2, double least) {
    public static final BoostingSettings DEFAULT = new BoostingSettings(80, 3, .1, 20, 5);
}
