package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to a time of the year: how many baskets of each of its 52 weeks held a product, all
 * years together, each week helped by its neighbours. Whoever keeps it guards it.
 *
 * <p>A product that has not been sold for most of a year may as well be new, or gone: it belongs to
 * no season. One year is little evidence and counts half, two count two thirds.
 */
public final class Seasons {
    private static final int WEEKS = 52;
    private static final double DAYS = 365.2425;
    private static final int NEAR = 2;

    /** Below that share more than in an average week nothing is of a season. */
    private static final double NOTABLE = 1.5;

    /** So many baskets must speak for a product. */
    private static final int FEWEST = 5;

    /** What is sold for a shorter time looks like a season, whatever it is. */
    private static final long FEWEST_DAYS = 300;

    /** So many baskets of an average week are added before shares are compared. */
    private static final double PRIOR = 3;

    private final List<Sold> sold = new ArrayList<>();
    private final int[] baskets = new int[WEEKS];

    /** One product's year. */
    private static final class Sold {
        private final int[] weeks = new int[WEEKS];

        /** In which years each week saw it, a bit for each of 32 years. */
        private final int[] years = new int[WEEKS];

        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        void once(long day, int week) {
            weeks[week]++;
            years[week] |= 1 << year(day);
            first = Math.min(first, day);
            last = Math.max(last, day);
        }

        /** How many different years saw it around that week; a turn of the year parts nothing. */
        int seasons(int week) {
            int seen = 0;
            for (int away = -NEAR; away <= NEAR; away++) {
                int turned = Math.floorDiv(week + away, WEEKS);
                seen |= Integer.rotateRight(years[Math.floorMod(week + away, WEEKS)], turned);
            }
            return Integer.bitCount(seen);
        }

        boolean hasSeenAYear() {
            return last - first >= FEWEST_DAYS;
        }
    }

    /**
     * @param day as days of the epoch
     */
    public void sold(int[] products, long day) {
        int week = week(day);
        baskets[week]++;
        for (int product : products) {
            while (sold.size() <= product) {
                sold.add(new Sold());
            }
            sold.get(product).once(day, week);
        }
    }

    private static int week(long day) {
        double turn = day / DAYS;
        return (int) ((turn - Math.floor(turn)) * WEEKS);
    }

    private static int year(long day) {
        return Math.floorMod((long) Math.floor(day / DAYS), Integer.SIZE);
    }

    /** What is of the season on that day; as it is now. */
    public CandidateModel model(long day) {
        int week = week(day);
        float[] strength = new float[sold.size()];
        double usual = near(baskets, week) / Math.max(1, Arrays.stream(baskets).sum());
        for (int i = 0; i < strength.length; i++) {
            strength[i] = strength(sold.get(i), week, usual);
        }
        return new Seasonal(week, strength);
    }

    private static float strength(Sold product, int week, double usual) {
        int all = Arrays.stream(product.weeks).sum();
        double now = near(product.weeks, week);
        double times = (now + PRIOR) / (usual * all + PRIOR);
        if (!product.hasSeenAYear() || all < FEWEST || times < NOTABLE) {
            return 0;
        }
        double seasons = product.seasons(week);
        return (float) (times * Math.log1p(now) * seasons / (seasons + 1));
    }

    /** The week itself and, less and less, those around it. */
    private static double near(int[] weeks, int week) {
        double sum = 0;
        for (int away = -NEAR; away <= NEAR; away++) {
            sum += (double) weeks[Math.floorMod(week + away, WEEKS)] / (1 + Math.abs(away));
        }
        return sum;
    }

    private static final class Seasonal implements CandidateModel {
        private final int week;
        private final float[] strength;

        Seasonal(int week, float[] strength) {
            this.week = week;
            this.strength = strength;
        }

        @Override
        public Source source() {
            return Source.SEASONAL;
        }

        @Override
        public String version() {
            return "seasonal-2/week=" + week;
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
