package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What sells more lately than it used to: sales of the last days against those of the last weeks,
 * both fading with time. One of these is kept for each store and each channel; whoever keeps it
 * guards it.
 *
 * <p>A product trends by how far its late sales exceed what its share of the long run, or of a
 * product nobody knew, would let expect, in standard deviations of a count.
 */
public final class Trends {
    private static final double SHORT_DAYS = 2;
    private static final double LONG_DAYS = 28;
    private static final double SECONDS = 86_400;

    /** Below that a sale or two make no trend. */
    private static final double NOTABLE = 1.5;

    /** So many late sales a product needs at least. */
    private static final double FEWEST = 1.9;

    /** So many sales of the long run must be there before shares of it tell much. */
    private static final double PRIOR = 20;

    private double[] late = new double[0];
    private double[] ever = new double[0];

    /** Sales count as they did then; later ones for more. */
    private long landmark = Long.MIN_VALUE;

    private long latest = Long.MIN_VALUE;

    /**
     * Counts a basket. One that comes late counts as little as it would by now, had it come in
     * time.
     *
     * @param second as seconds of the epoch
     */
    public void sold(int[] products, long second) {
        latest = Math.max(latest, second);
        if (landmark == Long.MIN_VALUE || latest - landmark > SECONDS) {
            move(latest);
        }
        count(products, second, 1);
    }

    /** Takes back a basket of that content and time, as if it had never been. */
    public void unsold(int[] products, long second) {
        count(products, second, -1);
    }

    private void count(int[] products, long second, int times) {
        double lately = times * faded(landmark - second, SHORT_DAYS);
        double longRun = times * faded(landmark - second, LONG_DAYS);
        for (int product : products) {
            grow(product);
            late[product] = Math.max(0, late[product] + lately);
            ever[product] = Math.max(0, ever[product] + longRun);
        }
    }

    private static double faded(long seconds, double halfLife) {
        return Math.pow(.5, seconds / SECONDS / halfLife);
    }

    private void move(long to) {
        if (landmark != Long.MIN_VALUE) {
            double lately = faded(to - landmark, SHORT_DAYS);
            double longRun = faded(to - landmark, LONG_DAYS);
            for (int i = 0; i < late.length; i++) {
                late[i] *= lately;
                ever[i] *= longRun;
            }
        }
        landmark = to;
    }

    private void grow(int product) {
        if (product >= late.length) {
            int size = Math.max(product + 1, late.length * 2);
            late = Arrays.copyOf(late, size);
            ever = Arrays.copyOf(ever, size);
        }
    }

    /**
     * As it is then; what is sold later does not change it.
     *
     * @param second as seconds of the epoch: what nobody bought since long ago is no trend
     */
    public CandidateModel model(String place, long second) {
        float[] strength = new float[late.length];
        int[] times = new int[late.length];
        long now = Math.max(latest, second);
        double lately = late.length == 0 ? 1 : faded(now - landmark, SHORT_DAYS);
        double longRun = late.length == 0 ? 1 : faded(now - landmark, LONG_DAYS);
        double lateSum = Arrays.stream(late).sum() * lately;
        double beforeSum = Math.max(0, Arrays.stream(ever).sum() * longRun - lateSum);
        double share = lateSum / (beforeSum + PRIOR);
        for (int i = 0; i < strength.length; i++) {
            double sales = late[i] * lately;
            double before = Math.max(0, ever[i] * longRun - sales);
            double expected = before * share + .5;
            double beyond = (sales - expected) / Math.sqrt(expected);
            times[i] = (int) Math.round(sales);
            strength[i] = sales >= FEWEST && beyond >= NOTABLE ? (float) beyond : 0;
        }
        return new Trending(place, now, strength, times);
    }

    private static final class Trending implements CandidateModel {
        private final String version;
        private final float[] strength;
        private final int[] times;

        Trending(String place, long now, float[] strength, int[] times) {
            version = "trending-1/%s,%d".formatted(place, now);
            this.strength = strength;
            this.times = times;
        }

        @Override
        public Source source() {
            return Source.TRENDING;
        }

        @Override
        public String version() {
            return version;
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            int known = Math.min(scores.length, strength.length);
            System.arraycopy(strength, 0, scores, 0, known);
            Arrays.fill(scores, known, scores.length, 0);
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            return product >= strength.length || strength[product] == 0
                    ? Optional.empty()
                    : Optional.of(new Why("TRENDING", times[product], 0, List.of()));
        }
    }
}
