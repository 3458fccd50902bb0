package shopkeeper.domain.recommendation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;

/**
 * What was bought on one receipt, by product number, and how much of it was kept.
 *
 * <p>Not safe for several threads: whoever keeps it guards it.
 */
public final class OwnBasket {
    /** Quantities have up to six decimals, so that millionths are exact. */
    private static final int DECIMALS = 6;

    private final Place place;
    private final long second;
    private final int[] products;
    private final long[] kept;

    /**
     * @param second when it was bought, as seconds of the epoch
     */
    public OwnBasket(Place place, long second, Map<Integer, BigDecimal> bought) {
        this.place = place;
        this.second = second;
        products = bought.keySet().stream().mapToInt(number -> number).sorted().toArray();
        kept = new long[products.length];
        bought.forEach((product, quantity) ->
                kept[Arrays.binarySearch(products, product)] = millionths(quantity));
    }

    private static long millionths(BigDecimal quantity) {
        return quantity.movePointRight(DECIMALS).longValue();
    }

    /** Where it was bought. */
    public Place place() {
        return place;
    }

    /** When it was bought, as seconds of the epoch. */
    public long second() {
        return second;
    }

    /** What of it nobody brought back, in ascending order. */
    public int[] products() {
        int left = 0;
        for (long quantity : kept) {
            left += quantity > 0 ? 1 : 0;
        }
        if (left == products.length) {
            return products;
        }
        var still = new int[left];
        for (int i = products.length - 1; i >= 0; i--) {
            if (kept[i] > 0) {
                still[--left] = products[i];
            }
        }
        return still;
    }

    boolean has(int product) {
        int at = Arrays.binarySearch(products, product);
        return at >= 0 && kept[at] > 0;
    }

    /**
     * Brings some of a product back.
     *
     * @return what of it was not bought here
     */
    public BigDecimal takeBack(int product, BigDecimal quantity) {
        int at = Arrays.binarySearch(products, product);
        if (at < 0) {
            return quantity;
        }
        long back = Math.min(kept[at], millionths(quantity));
        kept[at] -= back;
        return quantity.subtract(BigDecimal.valueOf(back, DECIMALS));
    }
}
