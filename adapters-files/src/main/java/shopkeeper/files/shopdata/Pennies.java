package shopkeeper.files.shopdata;

import java.util.Arrays;

/** Prices in the smallest unit, many of them. */
final class Pennies {
    private long[] values = new long[8];
    private int size;

    void add(long pennies) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = pennies;
    }

    int size() {
        return size;
    }

    /** The middle one, of an even count the lower: a price that was really asked. */
    long lowerMedian() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[(size - 1) / 2];
    }
}
