package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.Locale;

/** The words of a text as sorted numbers: enough to tell how alike two names are. */
final class Tokens {
    static final int[] NONE = {};

    private static final int SHORTEST = 2;

    private Tokens() {}

    static int[] of(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST)
                .mapToInt(String::hashCode)
                .sorted()
                .distinct()
                .toArray();
    }

    static int shared(int[] one, int[] other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                shared++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    /** A bit or a few for its words: what has none of another's bits shares none of its words. */
    static long sketch(int[] words) {
        long sketch = 0;
        for (int word : words) {
            sketch |= 1L << ((word * 0x9E3779B9) >>> 26);
        }
        return sketch;
    }

    /** The share of all words of both that both have. */
    static double likeness(int[] one, int[] other) {
        int shared = shared(one, other);
        return shared == 0 ? 0 : (double) shared / (one.length + other.length - shared);
    }
}
