package shopkeeper.learning.recommendation;

/**
 * How people and products are placed in one space (implicit ALS).
 *
 * @param dimensions of the space, a multiple of the block
 * @param block so many dimensions are solved together
 * @param rounds both sides are solved so often
 * @param absence what a pair that did not happen weighs, beside 1 for one that did
 * @param regularisation what a long way from the middle costs
 * @param frequency how much more it costs those with many purchases: their number to this power
 * @param seed where everybody stands at first
 */
public record FactorSettings(
        int dimensions,
        int block,
        int rounds,
        double absence,
        double regularisation,
        double frequency,
        long seed) {
    public static final FactorSettings DEFAULT = new FactorSettings(64, 16, 8, 2, 1.5, 0.5, 1);

    public FactorSettings {
        if (block < 1 || dimensions < block || dimensions % block != 0) {
            throw new IllegalArgumentException(
                    "%d dimensions in blocks of %d: take a multiple".formatted(dimensions, block));
        }
        if (rounds < 1) {
            throw new IllegalArgumentException(rounds + " rounds of training: take 1 or more");
        }
        if (!(absence > 0) || !(regularisation > 0) || !(frequency >= 0)) {
            throw new IllegalArgumentException(
                    "absence %s, regularisation %s, frequency %s: all must be above 0"
                            .formatted(absence, regularisation, frequency));
        }
    }

    double costOf(int purchases) {
        return regularisation * Math.pow(Math.max(1, purchases), frequency);
    }
}
