package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to a time of the year: in how many baskets of each week a product was, all years
 * together, where a year counts less the longer ago it was, and each week is helped by its
 * neighbours. One of these is kept for each store and channel and one for all; whoever keeps it
 * guards it.
 *
 * <p>A product that has not been sold for most of a year may as well be new, or gone: it belongs to
 * no season. One year is little evidence and counts half, two count two thirds.
 */
public final class Seasons {
    private static final int NEAR = 2;

    /** Below that share more than in an average week nothing is of a season. */
    private static final double NOTABLE = 1.5;

    /** So many baskets must speak for a product. */
    private static final int FEWEST = 5;

    /** What is sold for fewer weeks, some 300 days, looks like a season, whatever it is. */
    private static final int FEWEST_WEEKS = 43;

    /** So many baskets of an average week are added before shares are compared. */
    private static final double PRIOR = 3;

    private final List<WeeklyCounts> sold = new ArrayList<>();
    private final WeeklyCounts baskets = new WeeklyCounts();

    /**
     * @param day of the epoch
     */
    public void sold(int[] products, long day) {
        count(products, day, 1);
    }

    /** Takes back a basket of that content and day, as if it had never been. */
    public void unsold(int[] products, long day) {
        count(products, day, -1);
    }

    private void count(int[] products, long day, int more) {
        int week = WeeklyCounts.weekOf(day);
        baskets.add(week, more);
        for (int product : products) {
            while (sold.size() <= product) {
                sold.add(new WeeklyCounts());
            }
            sold.get(product).add(week, more);
        }
    }

    /** What is of the season on that day; as it is now. */
    public CandidateModel model(long day) {
        return model("everywhere", day, this);
    }

    /**
     * The same of one place: what is not known well enough there is taken from all places.
     *
     * @param place its name
     */
    public CandidateModel model(String place, long day, Seasons all) {
        int week = WeeklyCounts.weekOf(day);
        var here = new float[all.sold.size()];
        double usual = usual(week);
        double usualOfAll = all.usual(week);
        for (int i = 0; i < here.length; i++) {
            here[i] =
                    knows(i)
                            ? strength(sold.get(i), week, usual)
                            : all.knows(i) ? strength(all.sold.get(i), week, usualOfAll) : 0;
        }
        return new Seasonal(place, Math.floorMod(week, WeeklyCounts.A_YEAR), here);
    }

    /** The share of an average product's baskets that this time of the year has. */
    private double usual(int week) {
        return baskets.fadedNear(week, NEAR) / Math.max(1, baskets.faded(week));
    }

    private boolean knows(int product) {
        return product < sold.size()
                && sold.get(product).span() >= FEWEST_WEEKS
                && sold.get(product).all() >= FEWEST;
    }

    private static float strength(WeeklyCounts product, int week, double usual) {
        double now = product.fadedNear(week, NEAR);
        double times = (now + PRIOR) / (usual * product.faded(week) + PRIOR);
        double seasons = product.yearsNear(week, NEAR);
        return times < NOTABLE ? 0 : (float) (times * Math.log1p(now) * seasons / (seasons + 1));
    }

    private static final class Seasonal implements CandidateModel {
        private final String version;
        private final float[] strength;

        Seasonal(String place, int week, float[] strength) {
            this.version = "seasonal-3/%s,week=%d".formatted(place, week);
            this.strength = strength;
        }

        @Override
        public Source source() {
            return Source.SEASONAL;
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
                    : Optional.of(new Why("SEASONAL", 0, 0, List.of()));
        }
    }
}
