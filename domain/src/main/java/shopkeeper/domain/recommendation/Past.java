package shopkeeper.domain.recommendation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What somebody bought and kept, basket by basket, the oldest first. The arrays are shared, not
 * copied: nobody writes to them.
 *
 * @param baskets product numbers, none of them empty
 * @param seconds of the epoch at which each was bought
 */
// Models read hundreds of them in a millisecond, and equality is written out.
@SuppressWarnings("ArrayRecordComponent")
public record Past(int[][] baskets, long[] seconds) {
    public static final Past NONE = new Past(new int[0][], new long[0]);

    /** Two pasts of one person: the visitor's and the customer's. */
    public Past and(Past other) {
        if (baskets.length == 0) {
            return other;
        }
        if (other.baskets.length == 0) {
            return this;
        }
        int size = baskets.length + other.baskets.length;
        var both = new Past(new int[size][], new long[size]);
        int mine = 0;
        int theirs = 0;
        for (int i = 0; i < size; i++) {
            boolean isMine =
                    theirs == other.baskets.length
                            || (mine < baskets.length && seconds[mine] <= other.seconds[theirs]);
            both.seconds[i] = isMine ? seconds[mine] : other.seconds[theirs];
            both.baskets[i] = isMine ? baskets[mine++] : other.baskets[theirs++];
        }
        return both;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Past(var theirs, var then)
                && Arrays.deepEquals(baskets, theirs)
                && Arrays.equals(seconds, then);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(baskets) + Arrays.hashCode(seconds);
    }

    /** What somebody bought is theirs: only how much there is. */
    @Override
    public String toString() {
        return baskets.length + " baskets";
    }
}
