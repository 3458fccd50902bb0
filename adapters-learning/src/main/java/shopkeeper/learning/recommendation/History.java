package shopkeeper.learning.recommendation;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shopkeeper.domain.recommendation.Shopper;

/** What a shopper bought, looked at and has beside them, each product once, in ascending order. */
final class History {
    private History() {}

    /** Of the products that a model with so many knows. */
    static int[] of(Shopper shopper, int products) {
        return Stream.of(
                        Arrays.stream(shopper.baskets()).flatMapToInt(Arrays::stream),
                        Arrays.stream(shopper.session()),
                        Arrays.stream(shopper.context()))
                .flatMapToInt(each -> each)
                .filter(product -> product >= 0 && product < products)
                .sorted()
                .distinct()
                .toArray();
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
