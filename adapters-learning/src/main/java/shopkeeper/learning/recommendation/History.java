package shopkeeper.learning.recommendation;

import java.util.Arrays;
import java.util.stream.IntStream;
import shopkeeper.domain.recommendation.Shopper;

/** What a shopper bought, looked at and has beside them, each product once, in ascending order. */
final class History {
    private History() {}

    /** Of the products that a model with so many knows. */
    static int[] of(Shopper shopper, int products) {
        int[] all = shopper.products();
        int from = Arrays.binarySearch(all, 0);
        int end = Arrays.binarySearch(all, products);
        return Arrays.copyOfRange(all, from < 0 ? -1 - from : from, end < 0 ? -1 - end : end);
    }

    /** The one to three of these that count most for something, the most important first. */
    static int[] strongest(int[] history, float[] share) {
        return IntStream.range(0, history.length)
                .filter(i -> share[i] > 0)
                .boxed()
                .sorted((a, b) -> Float.compare(share[b], share[a]))
                .limit(3)
                .mapToInt(i -> history[i])
                .toArray();
    }
}
