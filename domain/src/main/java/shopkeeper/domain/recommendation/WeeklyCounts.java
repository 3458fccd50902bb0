package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.HashSet;

/**
 * How often something happened in each week since 1970 in which it did. A year has 52 of these
 * weeks, so that each returns at the same time of the year.
 */
final class WeeklyCounts {
    static final int A_YEAR = 52;
    private static final double DAYS_A_YEAR = 365.2425;

    /** What was so many years ago counts half. */
    private static final double HALF_LIFE = 2;

    private static final int[] NONE = {};

    /** In ascending order; counts stand beside them. */
    private int[] weeks = NONE;

    private int[] counts = NONE;

    /**
     * @param day of the epoch
     */
    static int weekOf(long day) {
        return (int) Math.floor(day / DAYS_A_YEAR * A_YEAR);
    }

    /** Less than none where some are taken back; of what never happened nothing is. */
    void add(int week, int more) {
        int at = Arrays.binarySearch(weeks, week);
        if (at >= 0) {
            counts[at] = Math.max(0, counts[at] + more);
        } else if (more > 0) {
            insert(-1 - at, week, more);
        }
    }

    private void insert(int at, int week, int count) {
        var longerWeeks = Arrays.copyOf(weeks, weeks.length + 1);
        var longerCounts = Arrays.copyOf(counts, counts.length + 1);
        System.arraycopy(weeks, at, longerWeeks, at + 1, weeks.length - at);
        System.arraycopy(counts, at, longerCounts, at + 1, counts.length - at);
        longerWeeks[at] = week;
        longerCounts[at] = count;
        weeks = longerWeeks;
        counts = longerCounts;
    }

    /** Each as often as it was, however long ago. */
    int all() {
        return Arrays.stream(counts).sum();
    }

    /** From the first to the last that saw it. */
    int span() {
        int first = 0;
        int last = weeks.length - 1;
        while (first < last && counts[first] == 0) {
            first++;
        }
        while (last > first && counts[last] == 0) {
            last--;
        }
        return weeks.length == 0 ? 0 : weeks[last] - weeks[first];
    }

    /** All of them as they count in that week. */
    double faded(int now) {
        double sum = 0;
        for (int i = 0; i < weeks.length; i++) {
            sum += counts[i] * weight(weeks[i], now);
        }
        return sum;
    }

    /** The same of this time of the year: the week itself and, less and less, those around it. */
    double fadedNear(int now, int reach) {
        double sum = 0;
        for (int i = 0; i < weeks.length; i++) {
            int away = Math.abs(away(weeks[i], now));
            if (away <= reach) {
                sum += counts[i] * weight(weeks[i], now) / (1 + away);
            }
        }
        return sum;
    }

    /** How many different years saw it around this time; a turn of the year parts nothing. */
    int yearsNear(int now, int reach) {
        var years = new HashSet<Integer>();
        for (int i = 0; i < weeks.length; i++) {
            int away = away(weeks[i], now);
            if (counts[i] > 0 && Math.abs(away) <= reach) {
                years.add((weeks[i] - away - now) / A_YEAR);
            }
        }
        return years.size();
    }

    /** By how many weeks it is later in the year, or earlier. */
    private static int away(int week, int now) {
        return Math.floorMod(week - now + A_YEAR / 2, A_YEAR) - A_YEAR / 2;
    }

    private static double weight(int week, int now) {
        double years = Math.max(0, now - week) / (double) A_YEAR;
        return Math.pow(.5, years / HALF_LIFE);
    }
}
