package shopkeeper.domain.recommendation;

import java.util.Arrays;

/** A growing list of ints: half a million basket lines fit in a few megabytes. */
final class IntList {
    private int[] values = new int[4];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    void set(int index, int value) {
        values[index] = value;
    }

    /** The first of these values; the last takes its place, where there is any. */
    void remove(int value) {
        int at = 0;
        while (at < size && values[at] != value) {
            at++;
        }
        if (at < size) {
            removeAt(at);
        }
    }

    /** The last takes its place. */
    void removeAt(int index) {
        values[index] = values[--size];
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
