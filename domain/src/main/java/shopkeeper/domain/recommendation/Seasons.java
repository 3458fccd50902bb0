package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to a time of the year: how many baskets of each of its 52 weeks held a product, all
 * years together, each week helped by its neighbours. Whoever keeps it guards it.
 */
public final class Seasons {
    private static final int WEEKS = 52;
    private static final double DAYS = 365.2425;
    private static final int NEAR = 2;

    /** Below that share more than in an average week nothing is of a season. */
    private static final double NOTABLE = 1.5;

    /** So many baskets must speak for a product. */
    private static final int FEWEST = 5;

    private final List<int[]> weeks = new ArrayList<>();
    private final int[] baskets = new int[WEEKS];

    /**
     * @param day as days of the epoch
     */
    public void sold(int[] products, long day) {
        int week = week(day);
        baskets[week]++;
        for (int product : products) {
            while (weeks.size() <= product) {
                weeks.add(new int[WEEKS]);
            }
            weeks.get(product)[week]++;
        }
    }

    private static int week(long day) {
        double turn = day / DAYS;
        return (int) ((turn - Math.floor(turn)) * WEEKS);
    }

    /** What is of the season on that day; as it is now. */
    public CandidateModel model(long day) {
        int week = week(day);
        float[] strength = new float[weeks.size()];
        double usual = near(baskets, week) / Math.max(1, Arrays.stream(baskets).sum());
        for (int i = 0; i < strength.length; i++) {
            int all = Arrays.stream(weeks.get(i)).sum();
            double now = near(weeks.get(i), week);
            double times = now / Math.max(1e-9, usual * all);
            strength[i] = all >= FEWEST && times >= NOTABLE ? (float) (times * Math.log1p(now)) : 0;
        }
        return new Seasonal(week, strength);
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
            return "seasonal-1/week=" + week;
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
