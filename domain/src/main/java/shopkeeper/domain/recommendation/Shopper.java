package shopkeeper.domain.recommendation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who a model is asked about, in product numbers. The arrays are shared, not copied: nobody writes
 * to them.
 *
 * @param baskets oldest first, each product once
 * @param session views, clicks and what was put into the cart, oldest first
 * @param context what is on the page or in the cart
 */
// Models read hundreds of them in a millisecond, and equality is written out.
@SuppressWarnings("ArrayRecordComponent")
public record Shopper(int[][] baskets, int[] session, int[] context) {
    public static final Shopper NOBODY = new Shopper(new int[0][], new int[0], new int[0]);

    public static Shopper withBaskets(int[]... baskets) {
        return new Shopper(baskets, new int[0], new int[0]);
    }

    public static Shopper inSession(int... session) {
        return new Shopper(new int[0][], session, new int[0]);
    }

    /** Each of the session by itself, oldest first. */
    int[][] clicks() {
        return Arrays.stream(session).mapToObj(one -> new int[] {one}).toArray(int[][]::new);
    }

    /** All that is known of: each product once, in ascending order. */
    public int[] products() {
        int[] all = all();
        Arrays.sort(all);
        int kept = 0;
        for (int product : all) {
            if (kept == 0 || all[kept - 1] != product) {
                all[kept++] = product;
            }
        }
        return Arrays.copyOf(all, kept);
    }

    /** Models ask for it again and again, so it is copied together in plain loops. */
    private int[] all() {
        int size = session.length + context.length;
        for (int[] basket : baskets) {
            size += basket.length;
        }
        int[] all = new int[size];
        int to = 0;
        for (int[] basket : baskets) {
            System.arraycopy(basket, 0, all, to, basket.length);
            to += basket.length;
        }
        System.arraycopy(session, 0, all, to, session.length);
        System.arraycopy(context, 0, all, to + session.length, context.length);
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shopper(var theirs, var seen, var beside)
                && Arrays.deepEquals(baskets, theirs)
                && Arrays.equals(session, seen)
                && Arrays.equals(context, beside);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.deepHashCode(baskets) + Arrays.hashCode(session))
                + Arrays.hashCode(context);
    }

    /** What somebody bought is theirs: only how much there is. */
    @Override
    public String toString() {
        return "%d baskets, %d in the session, %d beside"
                .formatted(baskets.length, session.length, context.length);
    }
}
